package dev.qiao.demo;

import dev.qiao.payment.Category;
import dev.qiao.payment.Names;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who appears in the demonstration. All are made up. */
final class Cast {
  static final String PASSWORD = "qiao-demo-bridge-2026";
  static final String PIN = "739152";

  /** The most that a cashier gives back a day, in minor units. */
  static final long CASHIER_REFUNDS = 50_00;

  /** The secret of every operator's authenticator. */
  static byte[] authenticator() {
    return "a secret of the demo".getBytes(StandardCharsets.US_ASCII);
  }

  /** Someone with a wallet; {@code lead} roles have a password and a PIN, and do more. */
  record Role(String name, String phone, boolean lead) {}

  /** How people come to pay in a shop, and how often of ten times. */
  record Way(Entry entry, int often) {}

  /** The entries by which payments arrive. */
  enum Entry {
    COUNTER,
    TILL,
    MINI_PROGRAM,
    MALL,
    APP
  }

  /**
   * A shop.
   *
   * @param login the owner's; the others' begin with it
   * @param level as far as it is verified, or asks to be
   * @param waits whether that is still to be reviewed
   * @param crew the owner's, the manager's and the cashier's names
   * @param prices of what it sells, in minor units
   * @param items the most that one buys at a time
   * @param visits how many of a hundred people come on a working day, and at a weekend
   * @param hours how much goes on in each hour of the day
   */
  record Shop(
      String login,
      String level,
      boolean waits,
      Names names,
      Category category,
      List<Names> stores,
      List<String> crew,
      List<Long> prices,
      int items,
      List<Integer> visits,
      List<Way> ways,
      List<Integer> hours,
      List<String> regrets) {}

  static final Role HERO = new Role("林晓桥", "13800138000", true);

  private static final List<Role> LEADS =
      List.of(
          HERO,
          new Role("陈知远", "13800138001", true),
          new Role("周小满", "13800138002", true),
          new Role("许一诺", "13800138003", true),
          new Role("欧阳建国", "13800138004", true),
          new Role("Olivia Bennett", "+447700900123", true));

  private static final List<String> NEIGHBOURS =
      List.of(
          "赵清越", "钱予安", "孙望舒", "李青禾", "吴子衿", "郑思齐", "王若水", "冯一川", "褚云深", "卫明朗", "蒋晚晴", "沈星河", "韩知夏",
          "杨柳岸", "朱可心", "秦时月", "许见山", "何所依", "吕归舟", "张南风", "孔令仪", "曹植树", "严冬阳", "华年");

  private Cast() {}

  static List<Role> people() {
    Stream<Role> neighbours =
        IntStream.range(0, NEIGHBOURS.size())
            .mapToObj(
                n ->
                    new Role(
                        NEIGHBOURS.get(n),
                        "1370013%04d".formatted((7103 + n * 367) % 10_000),
                        false));
    return Stream.concat(LEADS.stream(), neighbours).toList();
  }

  static List<Shop> shops() {
    return List.of(
        new Shop(
            "bakery",
            "licensed",
            false,
            new Names("拾穗面包房", "Shisui Bakery"),
            Category.FOOD,
            List.of(new Names("南门店", "South Gate"), new Names("滨江店", "Riverside")),
            List.of("沈拾穗", "苏禾", "阿宁"),
            List.of(900L, 1200L, 1400L, 1600L, 1800L, 2000L, 2800L, 3800L),
            3,
            List.of(42, 56),
            List.of(
                new Way(Entry.COUNTER, 4), new Way(Entry.TILL, 4), new Way(Entry.MINI_PROGRAM, 2)),
            List.of(0, 0, 0, 0, 0, 0, 1, 6, 9, 7, 4, 4, 6, 3, 2, 3, 4, 6, 8, 5, 3, 1, 0, 0),
            List.of("可颂售罄", "多拿了一份", "换成了司康")),
        new Shop(
            "tea",
            "micro",
            false,
            new Names("半亩茶馆", "Half Acre Tea"),
            Category.CAFE,
            List.of(new Names("梧桐里店", "Wutong Lane")),
            List.of("方半亩", "陶然", "小满"),
            List.of(1200L, 1600L, 1900L, 2200L, 2600L, 3200L, 4800L),
            2,
            List.of(34, 52),
            List.of(
                new Way(Entry.COUNTER, 5), new Way(Entry.TILL, 2), new Way(Entry.MINI_PROGRAM, 3)),
            List.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 4, 3, 5, 8, 9, 7, 4, 3, 5, 5, 3, 1, 0),
            List.of("点错了", "等太久")),
        new Shop(
            "market",
            "licensed",
            false,
            new Names("云杉超市", "Spruce Market"),
            Category.GROCERY,
            List.of(new Names("滨江店", "Riverside")),
            List.of("云中鹤", "罗素素", "大刘"),
            List.of(590L, 890L, 1280L, 1650L, 2390L, 3160L, 4580L, 6990L),
            5,
            List.of(38, 55),
            List.of(new Way(Entry.TILL, 4), new Way(Entry.COUNTER, 3), new Way(Entry.MALL, 3)),
            List.of(0, 0, 0, 0, 0, 0, 0, 2, 4, 6, 5, 4, 3, 3, 3, 4, 5, 8, 9, 8, 5, 3, 0, 0),
            List.of("水果有坏的", "价签不符", "送错了")),
        new Shop(
            "metro",
            "licensed",
            false,
            new Names("滨江地铁", "Binjiang Metro"),
            Category.TRANSPORT,
            List.of(new Names("全线", "All lines")),
            List.of("江海潮", "马路遥", "小季"),
            List.of(300L, 400L, 500L, 600L),
            1,
            List.of(95, 40),
            List.of(new Way(Entry.APP, 8), new Way(Entry.COUNTER, 2)),
            List.of(0, 0, 0, 0, 0, 1, 3, 9, 9, 4, 2, 2, 2, 2, 2, 2, 4, 8, 9, 5, 3, 3, 2, 1),
            List.of()),
        new Shop(
            "books",
            "licensed",
            true,
            new Names("栗子书店", "Chestnut Books"),
            Category.LEISURE,
            List.of(new Names("大学路店", "University Road")),
            List.of("栗子", "文砚", "小页"),
            List.of(2580L, 3900L, 4500L, 5900L, 6800L, 9800L),
            2,
            List.of(6, 17),
            List.of(new Way(Entry.MALL, 4), new Way(Entry.COUNTER, 3), new Way(Entry.TILL, 3)),
            List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 4, 4, 4, 5, 6, 6, 5, 4, 6, 6, 4, 1, 0),
            List.of("买重了", "书角有折痕")));
  }
}
