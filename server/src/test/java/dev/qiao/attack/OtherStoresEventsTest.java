package dev.qiao.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.EventsSeen;
import dev.qiao.EventsSeen.Seen;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.api.Events;
import dev.qiao.identity.StaffRole;
import dev.qiao.merchant.Merchants;
import dev.qiao.payment.Names;
import dev.qiao.payment.Payee;
import dev.qiao.verification.VerificationId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cashier who listens for what their lists do not show: other stores, other days. */
class OtherStoresEventsTest extends TownTest {
  private Shopper ming;
  private Shop cafe;
  private Payee second;
  private TestBrowser cashier;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 500_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
    second = town.the(Merchants.class).addStore(cafe.merchant(), new Names("二店", "Two"));
    cashier = town.staff(cafe.merchant(), StaffRole.CASHIER);
    bind(second.store().text());
  }

  private void bind(@Nullable String store) {
    Map<String, Object> body = new HashMap<>();
    body.put("role", "cashier");
    body.put("store_id", store);
    assertThat(cafe.owner().put("/v1/merchant/staff/" + id(), body).status()).isEqualTo(200);
  }

  private String id() {
    return cashier.get("/v1/session").body().at("/staff/id").asString();
  }

  private String ask(String store) {
    return cafe.owner()
        .post(
            "/v1/merchant/payments",
            UUID.randomUUID(),
            Map.of("store_id", store, "amount", Town.cny(5_00)))
        .text("id");
  }

  @Test
  void whatIsTheBusinesssOwnComesToThoseWhoSeeAllOfIt() {
    bind(null);
    try (EventsSeen live = cashier.listen(Optional.empty());
        EventsSeen owners = cafe.owner().listen(Optional.empty())) {
      var verified = new VerificationId(UUID.randomUUID());
      town.the(Events.class)
          .tellMerchant(
              cafe.merchant().id().value(),
              "verification.changed",
              verified,
              town.clock().instant(),
              "approved");
      String after = ask(cafe.store());
      assertThat(owners.until(seen -> seen.thing().equals(after)))
          .extracting(Seen::thing)
          .contains(verified.text());
      assertThat(live.until(seen -> seen.thing().equals(after)))
          .extracting(Seen::thing)
          .containsExactly(after);
    }
  }

  @Test
  void nothingOfAnotherStoreComesNeitherLiveNorWhenAskedForAgain() {
    try (EventsSeen live = cashier.listen(Optional.empty());
        EventsSeen owners = cafe.owner().listen(Optional.empty())) {
      String elsewhere = ming.pay(cafe, 30_00);
      cafe.refund(elsewhere, 10_00);
      String here = ask(second.store().text());
      assertThat(owners.until(seen -> seen.thing().equals(here)))
          .as("who may see all does")
          .extracting(Seen::thing)
          .contains(elsewhere);
      assertThat(live.until(seen -> seen.thing().equals(here)))
          .extracting(Seen::thing)
          .containsExactly(here);
    }
    try (EventsSeen fromTheStart = cashier.listen(Optional.of("0-0"))) {
      String last = ask(second.store().text());
      assertThat(fromTheStart.until(seen -> seen.thing().equals(last)))
          .extracting(seen -> seen.body().at("/amount/amount").asLong())
          .containsOnly(5_00L);
    }
  }

  @Test
  void whatIsPutUpElsewhereMeanwhileIsHeldToTheNewStore() {
    String first = cafe.store();
    try (EventsSeen live = cashier.listen(Optional.empty())) {
      String before = ask(second.store().text());
      live.until(seen -> seen.thing().equals(before));
      bind(first);
      String gone = ask(second.store().text());
      String now = ask(first);
      assertThat(live.until(seen -> seen.thing().equals(now)))
          .extracting(Seen::thing)
          .doesNotContain(gone);
    }
  }

  @Test
  void nothingOfAnotherDayComes() {
    String old = ask(second.store().text());
    town.the(JdbcClient.class)
        .sql("update api.event set at = :at where thing = :thing")
        .param("at", Timestamp.from(Instant.now().minus(Duration.ofDays(2))))
        .param("thing", old)
        .update();
    try (EventsSeen fromTheStart = cashier.listen(Optional.of("0-0"));
        EventsSeen owners = cafe.owner().listen(Optional.of("0-0"))) {
      String today = ask(second.store().text());
      List<Seen> seen = fromTheStart.until(event -> event.thing().equals(today));
      assertThat(seen).extracting(Seen::thing).doesNotContain(old);
      assertThat(owners.until(event -> event.thing().equals(today)))
          .extracting(Seen::thing)
          .contains(old);
    }
  }
}
