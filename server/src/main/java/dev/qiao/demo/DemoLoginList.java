package dev.qiao.demo;

import dev.qiao.api.App;
import dev.qiao.api.DemoLogins;
import dev.qiao.api.PlatformTerms;
import dev.qiao.identity.Totp;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The logins of the demo data, for the sign-in pages. Everybody may know them. */
@Component
class DemoLoginList implements DemoLogins {
  private final boolean filled;
  private final InstantSource clock;

  DemoLoginList(
      PlatformTerms terms, @Value("${qiao.demo-data:true}") boolean wanted, InstantSource clock) {
    this.filled = terms.demo() && wanted;
    this.clock = clock;
  }

  @Override
  public List<DemoLogin> list() {
    return filled
        ? List.of(
            person("林晓桥", "Lin Xiaoqiao", "13800138000"),
            person("陈知远", "Chen Zhiyuan", "13800138001"),
            person("Olivia Bennett", "Olivia Bennett", "+447700900123"),
            staff("拾穗面包房 · 店主", "Shisui Bakery · owner", "bakery"),
            staff("拾穗面包房 · 店员", "Shisui Bakery · cashier", "bakery.cashier"),
            staff("云杉超市 · 店主", "Spruce Market · owner", "market"),
            staff("半亩茶馆 · 店主", "Half Acre Tea · owner", "tea"),
            staff("栗子书店 · 店主", "Chestnut Books · owner", "books"),
            operator("管理员", "Administrator", "admin"),
            operator("客服", "Support", "support"),
            operator("风控", "Risk", "risk"),
            operator("财务", "Finance", "finance"),
            operator("合规", "Compliance", "compliance"))
        : List.of();
  }

  private static DemoLogin person(String label, String labelEn, String phone) {
    return new DemoLogin(App.WALLET, label, labelEn, phone, Cast.PASSWORD, Cast.PIN, null);
  }

  private static DemoLogin staff(String label, String labelEn, String login) {
    return new DemoLogin(App.MERCHANT, label, labelEn, login, Cast.PASSWORD, null, null);
  }

  private DemoLogin operator(String label, String labelEn, String login) {
    String code = Totp.code(Cast.authenticator(), clock.instant());
    return new DemoLogin(App.CONSOLE, label, labelEn, login, Cast.PASSWORD, null, code);
  }
}
