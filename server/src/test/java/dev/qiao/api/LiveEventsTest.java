package dev.qiao.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.EventsSeen;
import dev.qiao.EventsSeen.Seen;
import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TownTest;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.PaymentId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveEventsTest extends TownTest {
  private static final Optional<String> FROM_NOW = Optional.empty();

  private Shopper ming;
  private Shopper chen;
  private Shop cafe;
  private Shop market;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 500_00);
    chen = town.shopper("陈知远", 500_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
    market = town.shop("河畔菜市", "Riverside Market");
  }

  @Test
  void everybodySeesTheirOwnAndOperatorsSeeAll() {
    TestBrowser operator = town.operator();
    try (EventsSeen minesEvents = ming.browser().listen(FROM_NOW);
        EventsSeen cafesEvents = cafe.owner().listen(FROM_NOW);
        EventsSeen allEvents = operator.listen(FROM_NOW)) {
      String others = chen.pay(market, 5_00);
      String sent = chen.send(ming, 2_00);
      String paid = ming.pay(cafe, 10_00);
      cafe.refund(paid, 4_00);

      assertThat(minesEvents.until(seen -> seen.type().equals("refund.succeeded")))
          .extracting(Seen::type)
          .containsExactly("transfer.succeeded", "payment.succeeded", "refund.succeeded");
      assertThat(cafesEvents.until(seen -> seen.type().equals("refund.succeeded")))
          .extracting(Seen::type)
          .containsExactly("payment.created", "payment.succeeded", "refund.succeeded");
      assertThat(allEvents.until(seen -> seen.type().equals("refund.succeeded")))
          .extracting(Seen::thing)
          .contains(others, sent, paid);
      Seen told = cafesEvents.until(seen -> seen.thing().equals(paid)).get(1);
      assertThat(told.body().at("/amount/amount").asLong()).isEqualTo(10_00);
      assertThat(told.body().path("state").asString()).isEqualTo("succeeded");
    }
  }

  @Test
  void nobodyListensWithoutASession() {
    assertThat(town.browser("wallet").get("/v1/events?app=wallet").status()).isEqualTo(401);
    assertThat(ming.browser().other("merchant").get("/v1/events?app=merchant").status())
        .isEqualTo(401);
  }

  @Test
  void whoComesBackMissesNothingAndSeesNothingTwice() {
    String last;
    try (EventsSeen events = cafe.owner().listen(FROM_NOW)) {
      String first = ming.pay(cafe, 1_00);
      List<Seen> seen =
          events.until(
              event -> event.thing().equals(first) && event.type().equals("payment.succeeded"));
      last = seen.getLast().id();
    }
    List<String> missed = List.of(ming.pay(cafe, 2_00), chen.pay(cafe, 3_00));
    try (EventsSeen events = cafe.owner().listen(Optional.of(last))) {
      String later = ming.pay(cafe, 4_00);
      List<Seen> seen =
          events.until(
              event -> event.thing().equals(later) && event.type().equals("payment.succeeded"));
      assertThat(seen)
          .filteredOn(event -> event.type().equals("payment.succeeded"))
          .extracting(Seen::thing)
          .containsExactly(missed.get(0), missed.get(1), later);
      assertThat(seen).extracting(Seen::id).doesNotHaveDuplicates().doesNotContain(last);
    }
  }

  @Test
  void whoComesBackAfterVeryMuchHasHappenedMissesNothing() {
    String last;
    try (EventsSeen events = cafe.owner().listen(FROM_NOW)) {
      String first = ming.pay(cafe, 1_00);
      last =
          events
              .until(
                  event -> event.thing().equals(first) && event.type().equals("payment.succeeded"))
              .getLast()
              .id();
    }
    // Elsewhere on the platform it was a busy day.
    UUID elsewhere = UUID.randomUUID();
    Events tell = town.the(Events.class);
    for (int i = 0; i < 2_500; i++) {
      tell.tellMerchant(
          elsewhere,
          UUID.randomUUID(),
          "payment.created",
          new PaymentId(UUID.randomUUID()),
          town.clock().instant(),
          Money.of(1, Unit.of("CNY")),
          "requires_confirmation");
    }
    String missed = chen.pay(cafe, 3_00);
    try (EventsSeen witness = town.operator().listen(FROM_NOW);
        EventsSeen events = cafe.owner().listen(Optional.of(last))) {
      assertThat(witness.status()).isEqualTo(200);
      assertThat(
              events.until(
                  event ->
                      event.thing().equals(missed) && event.type().equals("payment.succeeded")))
          .extracting(Seen::type)
          .containsExactly("payment.created", "payment.succeeded");
    }
  }

  @Test
  void paymentsAtOnceAreEachToldOnce() {
    List<Shopper> people =
        List.of(ming, chen, town.shopper("周宁", 500_00), town.shopper("Ada Byron", 500_00));
    try (EventsSeen events = cafe.owner().listen(FROM_NOW)) {
      List<String> paid =
          InParallel.times(
                  people.size(),
                  n -> IntStream.range(0, 8).mapToObj(i -> people.get(n).pay(cafe, 1_00)).toList())
              .stream()
              .flatMap(List::stream)
              .toList();
      String last = ming.pay(cafe, 1_00);

      List<Seen> seen =
          events.until(
              event -> event.thing().equals(last) && event.type().equals("payment.succeeded"));
      assertThat(seen)
          .filteredOn(
              event -> event.type().equals("payment.succeeded") && !event.thing().equals(last))
          .extracting(Seen::thing)
          .containsExactlyInAnyOrderElementsOf(paid);
    }
  }
}
