package dev.qiao.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TownTest;
import dev.qiao.api.App;
import dev.qiao.api.Caller;
import dev.qiao.api.Once;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import dev.qiao.identity.Subject;
import dev.qiao.ledger.Allowance;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.Authority;
import dev.qiao.payment.Confirmation;
import dev.qiao.payment.Payees;
import dev.qiao.payment.Payments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A server of its own, whose clock goes into another year and whose operator has a pack more, which
 * begins on New Year's Day.
 */
class LimitsInTimeTest extends TownTest {
  private static final Unit CNY = Unit.of("CNY");

  @DynamicPropertySource
  static void packs(DynamicPropertyRegistry properties) {
    properties.add("qiao.limit-packs", LimitsInTimeTest::folder);
  }

  private static String folder() {
    return PackFolder.of(
        pack ->
            pack.replace("\"valid_from\": \"2016-07-01\"", "\"valid_from\": \"2027-01-01\"")
                .replace("\"amount\": 10000000", "\"amount\": 15000000"));
  }

  @Test
  void aYearEndsAtThePersonsMidnightAndAVersionBeginsOnItsDay() {
    Shopper here = town.shopper("林小满", 200_000_00);
    Shopper there = town.shopper("陈知远", 200_000_00);
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    town.clock().stand(Instant.parse("2026-12-31T10:00:00Z"));
    for (Shopper who : new Shopper[] {here, there}) {
      limits().place(Subject.person(id(who)), Optional.of("class_2"), Optional.empty());
    }
    limits().moveTo(Subject.person(id(there)), ZoneId.of("America/New_York"));
    for (Shopper who : new Shopper[] {here, there}) {
      assertThat(pays(who, cafe, 50_000_00)).isTrue();
      assertThat(pays(who, cafe, 40_000_00)).isTrue();
      assertThat(pays(who, cafe, 10_000_01)).isFalse();
      assertThat(year(who).left().minor()).isEqualTo(10_000_00);
    }

    // One in the morning in Shanghai, noon in New York: another cap for both, another year for one.
    town.clock().stand(Instant.parse("2026-12-31T17:00:00Z"));
    assertThat(year(here).left().minor()).isEqualTo(150_000_00);
    assertThat(year(there).used().minor()).isEqualTo(90_000_00);
    assertThat(year(there).left().minor()).isEqualTo(60_000_00);
    assertThat(pays(there, cafe, 10_000_01)).isTrue();

    town.clock().stand(Instant.parse("2027-01-01T05:00:00Z"));
    assertThat(year(there).left().minor()).isEqualTo(150_000_00);
  }

  private Limits limits() {
    return town.the(Limits.class);
  }

  private static UUID id(Shopper who) {
    return who.person().id().value();
  }

  private Allowance year(Shopper who) {
    return limits().applied(Subject.person(id(who))).counters().stream()
        .filter(counter -> counter.limit().span() == Span.YEAR)
        .map(limits()::standing)
        .findFirst()
        .orElseThrow();
  }

  /** By the verb itself: sessions do not live as long as this clock jumps. */
  private boolean pays(Shopper who, Shop shop, long minor) {
    Payments payments = town.the(Payments.class);
    var payee = town.the(Payees.class).of(shop.merchant().id()).getFirst();
    Money amount = Money.of(minor, CNY);
    var payment =
        payments.begin(
            payee,
            id(who),
            town.the(Channels.class).firstParty().id(),
            Scene.APP,
            amount,
            Optional.empty());
    payments.store(payment, Once.unasked(), Map.of());
    var caller =
        new Caller(
            App.WALLET,
            Caller.Kind.PERSON,
            id(who),
            UUID.randomUUID(),
            Optional.empty(),
            Optional.empty(),
            "127.0.0.1");
    return payments.confirm(
            payment.id(),
            caller,
            new Authority.Granted("test"),
            amount,
            Once.unasked(),
            paid -> Map.of())
        instanceof Confirmation.Confirmed;
  }
}
