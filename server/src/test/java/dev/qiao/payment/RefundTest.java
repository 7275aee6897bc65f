package dev.qiao.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.StaffRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefundTest extends TownTest {
  private Shopper ming;
  private Shop cafe;
  private String payment;

  @BeforeEach
  void pay() {
    ming = town.shopper("林小满", 100_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
    payment = ming.pay(cafe, 30_00);
  }

  @Test
  void partsAreGivenBackUpToThePrice() {
    Answer first = cafe.refund(payment, 12_00);
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.body().at("/refundable/amount").asLong()).isEqualTo(18_00);
    assertThat(first.body().path("refunds")).hasSize(1);
    assertThat(ming.balance()).isEqualTo(82_00);

    Answer tooMuch = cafe.refund(payment, 18_01);
    assertThat(tooMuch.code()).isEqualTo("refund_exceeds_payment");
    assertThat(tooMuch.body().at("/parameters/refundable").asLong()).isEqualTo(18_00);

    assertThat(cafe.refund(payment, 18_00).status()).isEqualTo(201);
    assertThat(cafe.refund(payment, 1).code()).isEqualTo("refund_exceeds_payment");
    assertThat(ming.balance()).isEqualTo(100_00);
    assertThat(cafe.balance()).isZero();
  }

  @Test
  void refundsAtOnceNeverGiveBackMoreThanWasPaid() {
    List<Answer> answers = InParallel.times(8, n -> cafe.refund(payment, 10_00));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .extracting(Answer::code)
        .containsOnly("refund_exceeds_payment");
    assertThat(ming.balance()).isEqualTo(100_00);
  }

  @Test
  void aDoubleClickGivesBackOnce() {
    UUID key = UUID.randomUUID();
    List<Answer> answers = InParallel.times(4, n -> cafe.refund(payment, key, 10_00));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).isNotEmpty();
    assertThat(answers)
        .allMatch(answer -> answer.status() == 201 || answer.code().equals("request_in_flight"));
    Answer later = cafe.refund(payment, key, 10_00);
    assertThat(later.header("Idempotent-Replayed")).contains("true");
    assertThat(ming.balance()).isEqualTo(80_00);
  }

  @Test
  void aShopCannotGiveBackWhatItNoLongerHas() {
    Shop market = town.shop("河畔菜市", "Riverside Market");
    String paid = ming.pay(market, 20_00);
    Shopper other = town.shopper("陈知远", 0);
    // The takings have left: a posting of the platform's own, as a settlement makes it.
    town.the(dev.qiao.ledger.Ledger.class)
        .post(
            dev.qiao.ledger.Posting.of(
                    new dev.qiao.ledger.PostingId(town.the(dev.qiao.ids.Ids.class).next()),
                    "settlement",
                    "test")
                .leg(
                    town.the(Payees.class).accountOf(market.merchant().id()),
                    town.the(PersonAccounts.class).of(other.person().id().value()),
                    dev.qiao.money.Money.of(15_00, dev.qiao.money.Unit.of("CNY")))
                .build());

    assertThat(market.refund(paid, 10_00).code()).isEqualTo("merchant_funds_insufficient");
    assertThat(market.refund(paid, 5_00).status()).isEqualTo(201);
  }

  @Test
  void whatWasNotPaidCannotBeGivenBack() {
    String waiting = ming.begin(cafe.code(), 10_00).text("id");
    assertThat(cafe.refund(waiting, 1_00).code()).isEqualTo("payment_not_refundable");
  }

  @Test
  void aCashierMayNotGiveBack() {
    TestBrowser cashier = town.staff(cafe.merchant(), StaffRole.CASHIER);
    Answer refused =
        cashier.post(
            "/v1/merchant/payments/" + payment + "/refunds",
            UUID.randomUUID(),
            Map.of("amount", Town.cny(1_00)));
    assertThat(refused.code()).isEqualTo("not_permitted");
    assertThat(ming.balance()).isEqualTo(70_00);
  }

  @Test
  void anotherShopsThingsDoNotExist() {
    Shop other = town.shop("河畔菜市", "Riverside Market");

    assertThat(other.owner().get("/v1/merchant/payments/" + payment).status()).isEqualTo(404);
    assertThat(other.refund(payment, 1_00).status()).isEqualTo(404);
    assertThat(other.owner().get("/v1/merchant/stores/" + cafe.store() + "/code").status())
        .isEqualTo(404);
    assertThat(other.owner().get("/v1/merchant/today?store_id=" + cafe.store()).status())
        .isEqualTo(404);
    assertThat(other.owner().get("/v1/merchant/payments?store_id=" + cafe.store()).status())
        .isEqualTo(404);
    String asked = cafe.ask(1_00).text("id");
    assertThat(
            other
                .owner()
                .post("/v1/merchant/payments/" + asked + "/cancel", UUID.randomUUID(), Map.of())
                .status())
        .isEqualTo(404);
    assertThat(
            other
                .owner()
                .post(
                    "/v1/merchant/payments",
                    UUID.randomUUID(),
                    Map.of("store_id", cafe.store(), "amount", Town.cny(1)))
                .status())
        .isEqualTo(404);
    assertThat(other.owner().get("/v1/merchant/payments").body().path("items")).isEmpty();
  }
}
