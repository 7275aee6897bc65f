package dev.qiao.demo;

import dev.qiao.demo.Cast.Entry;
import dev.qiao.demo.Cast.Role;
import dev.qiao.demo.Cast.Shop;
import dev.qiao.demo.Cast.Way;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What happens in the month before today, and today up to now: the same for the same randomness and
 * time.
 */
final class Story {
  static final int DAYS = 30;

  /**
   * So that today's pages are alive also when somebody starts in the small hours, and last week's
   * with them.
   */
  private static final int TODAY_LEAST = 32;

  private static final int LAST_WEEK_LEAST = 27;

  private record Occasion(String note, int leastYuan, int mostYuan) {}

  private static final List<Occasion> OCCASIONS =
      List.of(
          new Occasion("AA 火锅", 48, 132),
          new Occasion("电影票", 45, 90),
          new Occasion("帮带的早饭", 12, 26),
          new Occasion("水电费", 86, 240),
          new Occasion("生日快乐", 66, 188),
          new Occasion("打车拼单", 9, 38),
          new Occasion("Thanks for dinner", 60, 160));

  private final RandomGenerator random;
  private final ZoneId zone;
  private final Instant end;
  private final List<Role> people = Cast.people();
  private final List<Role> leads = people.stream().filter(Role::lead).toList();

  Story(RandomGenerator random, ZoneId zone, Instant end) {
    this.random = random;
    this.zone = zone;
    this.end = end;
  }

  /** The first moment of the story: before it, people and shops come to be. */
  Instant begin() {
    return today().minusDays(DAYS).atTime(5, 30).atZone(zone).toInstant();
  }

  List<Act> acts() {
    List<Act> acts = new ArrayList<>();
    for (Role person : people) {
      acts.add(
          new Act.TopsUp(
              begin(),
              person,
              "8213",
              yuan(person.lead() ? 5200 : 900, person.lead() ? 8800 : 1900)));
    }
    for (int ago = DAYS; ago >= 0; ago--) {
      day(today().minusDays(ago), briskness(ago), acts);
    }
    atBank(acts);
    acts.removeIf(act -> !act.at().isBefore(end));
    soFar(end, TODAY_LEAST, acts);
    soFar(end.minus(Duration.ofDays(7)), LAST_WEEK_LEAST, acts);
    acts.sort(Comparator.comparing(Act::at));
    return acts;
  }

  /** More and more people come: the last days, which most pages show, are the busiest. */
  private static double briskness(int daysAgo) {
    return daysAgo <= 8 ? 1.7 : 1.0 - (daysAgo - 8) * 0.03;
  }

  private void day(LocalDate day, double briskness, List<Act> acts) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    for (Shop shop : Cast.shops()) {
      double visits = shop.visits().get(weekend ? 1 : 0) / 100.0;
      for (Role person : people) {
        double chance = visits * briskness * (person.lead() ? 1 : 0.55);
        for (double left = chance; random.nextDouble() < left; left--) {
          acts.add(visit(person, shop, time(day, shop.hours())));
        }
      }
    }
    int sendings = random.nextInt(3);
    for (int n = 0; n < sendings; n++) {
      acts.add(sending(day));
    }
  }

  private Act visit(Role person, Shop shop, Instant at) {
    long amount =
        IntStream.rangeClosed(0, random.nextInt(shop.items()))
            .mapToLong(item -> shop.prices().get(random.nextInt(shop.prices().size())))
            .sum();
    return new Act.Pays(
        at, person, shop, random.nextInt(shop.stores().size()), entry(shop), amount);
  }

  private Entry entry(Shop shop) {
    int drawn = random.nextInt(10);
    for (Way way : shop.ways()) {
      drawn -= way.often();
      if (drawn < 0) {
        return way.entry();
      }
    }
    throw new IllegalStateException("The ways into a shop are ten: " + shop.login());
  }

  private Act sending(LocalDate day) {
    Role payer = leads.get(random.nextInt(leads.size()));
    Role payee =
        leads.get((leads.indexOf(payer) + 1 + random.nextInt(leads.size() - 1)) % leads.size());
    Occasion occasion = OCCASIONS.get(random.nextInt(OCCASIONS.size()));
    Optional<String> note =
        random.nextInt(5) == 0 ? Optional.empty() : Optional.of(occasion.note());
    Instant at =
        day.atTime(10 + random.nextInt(12), random.nextInt(60), random.nextInt(60))
            .atZone(zone)
            .toInstant();
    return new Act.Sends(at, payer, payee, yuan(occasion.leastYuan(), occasion.mostYuan()), note);
  }

  /**
   * What people do at their bank besides filling up: one order that the bank declines among them.
   */
  private void atBank(List<Act> acts) {
    acts.add(new Act.TopsUp(at(6, 12, 41), Cast.HERO, "0402", 50_000));
    acts.add(new Act.TopsUp(at(6, 12, 43), Cast.HERO, "8213", 50_000));
    acts.add(new Act.TopsUp(at(17, 9, 5), leads.get(1), "0409", 80_000));
    acts.add(new Act.TopsUp(at(2, 20, 18), leads.get(2), "8213", 30_000));
    acts.add(new Act.Withdraws(at(12, 18, 30), leads.get(1), 30_000));
    acts.add(new Act.Withdraws(at(3, 19, 52), Cast.HERO, 20_000));
  }

  /** Adds to a day that has hardly begun by a moment, up to that moment. */
  private void soFar(Instant moment, int least, List<Act> acts) {
    LocalDate day = LocalDate.ofInstant(moment, zone);
    Instant midnight = day.atStartOfDay(zone).toInstant();
    long already =
        acts.stream()
            .filter(
                act ->
                    act instanceof Act.Pays
                        && !act.at().isBefore(midnight)
                        && act.at().isBefore(moment))
            .count();
    for (long n = already; n < least && midnight.isBefore(moment); n++) {
      Role person = n % 6 == 0 ? Cast.HERO : people.get(random.nextInt(people.size()));
      Shop shop = Cast.shops().get(n % 3 == 0 ? 0 : random.nextInt(Cast.shops().size()));
      acts.add(visit(person, shop, earlier(shop, day, moment)));
    }
  }

  /**
   * A time of the day before the moment: when the shop was open, or any where it had not opened
   * yet.
   */
  private Instant earlier(Shop shop, LocalDate day, Instant moment) {
    List<Integer> hours = shop.hours().subList(0, LocalTime.ofInstant(moment, zone).getHour());
    Instant midnight = day.atStartOfDay(zone).toInstant();
    return hours.stream().mapToInt(Integer::intValue).sum() > 0
        ? time(day, hours)
        : midnight.plusSeconds(
            random.nextLong(Math.max(1, moment.getEpochSecond() - midnight.getEpochSecond())));
  }

  private Instant time(LocalDate day, List<Integer> hours) {
    int drawn = random.nextInt(hours.stream().mapToInt(Integer::intValue).sum());
    int hour = 0;
    while (drawn >= hours.get(hour)) {
      drawn -= hours.get(hour++);
    }
    return day.atTime(LocalTime.of(hour, random.nextInt(60), random.nextInt(60)))
        .atZone(zone)
        .toInstant();
  }

  private Instant at(int daysAgo, int hour, int minute) {
    return today().minusDays(daysAgo).atTime(hour, minute).atZone(zone).toInstant();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(end, zone);
  }

  private long yuan(int least, int most) {
    return 100L * random.nextInt(least, most + 1);
  }
}
