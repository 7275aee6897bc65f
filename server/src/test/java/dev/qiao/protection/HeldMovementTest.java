package dev.qiao.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.decision.Limits;
import dev.qiao.identity.Subject;
import dev.qiao.wallet.BankMoves;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A new device, a changed password and much money to somebody new: it waits for the person to say
 * once more that it was they.
 */
class HeldMovementTest extends TownTest {
  private static final String OTHER_PASSWORD = "another-bridge-of-stone";
  private static final long MUCH = 400_00;

  /** On the device that they always had, and on a new one. */
  private Shopper ming;

  private Shopper elsewhere;
  private Shopper chen;
  private Shop cafe;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 900_00);
    chen = town.shopper("陈远航", 0);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
    Map<String, String> change =
        Map.of("password", OTHER_PASSWORD, "current_password", Town.PASSWORD);
    assertThat(ming.browser().put("/v1/password", change).status()).isEqualTo(204);
    elsewhere = new Shopper(ming.person(), town.browser("wallet"));
    assertThat(elsewhere.browser().signIn(ming.phone(), OTHER_PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void waitsAndTheyAreTold() {
    String transfer = elsewhere.beginTransfer(chen, MUCH).text("id");
    Answer held = elsewhere.confirm(transfer, MUCH);
    assertThat(held.status()).isEqualTo(202);
    assertThat(held.text("state")).isEqualTo("processing");
    assertThat(held.text("reason")).isEqualTo("held_for_review");
    assertThat(ming.balance()).isEqualTo(900_00);
    JsonNode told = ming.browser().message(ming.phone(), "security_notice");
    assertThat(told.path("what").asString()).isEqualTo("movement_held");
    assertThat(told.path("amount").asString()).isEqualTo("400.00 CNY");
    assertThat(told.path("link").asString()).contains("/freeze#");
    JsonNode item = ming.browser().get("/v1/held-movements").body().at("/items/0");
    assertThat(item.path("reasons").toString())
        .isEqualTo("[\"new_device\",\"credential_changed\",\"unusual_amount\",\"new_payee\"]");
    assertThat(item.path("payee").path("name").asString()).isEqualTo("*远航");
    assertThat(chen.browser().get("/v1/held-movements").body().path("items").isEmpty()).isTrue();
  }

  @Test
  void onTheirOwnDeviceAndInSmallItGoesOn() {
    assertThat(ming.confirm(ming.beginTransfer(chen, MUCH).text("id"), MUCH).status())
        .isEqualTo(200);
    assertThat(elsewhere.confirm(elsewhere.begin(cafe.code(), 20_00).text("id"), 20_00).status())
        .isEqualTo(200);
  }

  @Test
  void itWasMeLetsItGoOnce() {
    String transfer = hold();
    String held = heldId();
    assertThat(elsewhere.browser().post(path(held, "confirmation"), Map.of()).code())
        .as("the new device cannot say so yet")
        .isEqualTo("held_device_too_new");
    assertThat(chen.browser().post(path(held, "confirmation"), Map.of()).status()).isEqualTo(404);
    assertThat(chen.browser().post(path(held, "refuse"), Map.of()).status()).isEqualTo(404);

    Answer asked = ming.browser().post(path(held, "confirmation"), Map.of());
    assertThat(asked.body().path("methods").toString()).isEqualTo("[\"pin_and_code\"]");
    Map<String, Object> words = words(asked);
    assertThat(ming.browser().post(path(held, "confirm"), words).code())
        .isEqualTo("stronger_factor_required");
    Map<String, Object> strong = withCode(asked);
    assertThat(ming.browser().post(path(held, "confirm"), strong).text("state"))
        .isEqualTo("released");
    assertThat(ming.balance()).isEqualTo(900_00 - MUCH);
    assertThat(chen.balance()).isEqualTo(MUCH);
    assertThat(elsewhere.browser().get("/v1/transfers/" + transfer).text("state"))
        .isEqualTo("succeeded");

    assertThat(ming.browser().post(path(held, "confirm"), strong).code())
        .isEqualTo("held_answered");
    assertThat(ming.browser().post(path(held, "refuse"), Map.of()).code())
        .isEqualTo("held_answered");
    assertThat(ming.balance()).isEqualTo(900_00 - MUCH);
  }

  @Test
  void afterTheCoolingTimeTheNewDeviceMayAnswerToo() {
    hold();
    town.the(JdbcClient.class)
        .sql("update protection.held set at = at - interval '24 hours'")
        .update();
    assertThat(elsewhere.browser().post(path(heldId(), "confirmation"), Map.of()).status())
        .isEqualTo(201);
  }

  @Test
  void itWasNotMeFreezesAndSignsTheThiefOut() {
    String transfer = hold();
    assertThat(ming.browser().post(path(heldId(), "refuse"), Map.of()).text("state"))
        .isEqualTo("refused");
    assertThat(elsewhere.browser().get("/v1/wallet").code()).isEqualTo("session_expired");
    assertThat(ming.browser().get("/v1/wallet/freeze").body().path("frozen").asBoolean()).isTrue();
    Answer ended = ming.browser().get("/v1/transfers/" + transfer);
    assertThat(ended.text("state")).isEqualTo("failed");
    assertThat(ended.text("reason")).isEqualTo("held_refused");
    assertThat(ming.balance()).isEqualTo(900_00);
  }

  @Test
  void oneOfManyAnswersCounts() {
    hold();
    String held = heldId();
    Answer asked = ming.browser().post(path(held, "confirmation"), Map.of());
    Map<String, Object> words = withCode(asked);
    List<Answer> answers =
        InParallel.times(
            8,
            n ->
                n == 0
                    ? ming.browser().post(path(held, "confirm"), words)
                    : ming.browser().post(path(held, "refuse"), Map.of()));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).isNotEmpty();
    String state = ming.browser().get("/v1/held-movements").body().at("/items/0/state").asString();
    assertThat(ming.balance()).isEqualTo(state.equals("released") ? 900_00 - MUCH : 900_00);
  }

  @Test
  void unansweredItEndsAtTheDeadline() {
    String transfer = hold();
    town.the(JdbcClient.class)
        .sql("update protection.held set deadline = deadline - interval '72 hours'")
        .update();
    assertThat(ming.browser().post(path(heldId(), "confirmation"), Map.of()).code())
        .isEqualTo("held_answered");
    town.the(HeldAnswers.class).refuseTheUnanswered();
    assertThat(ming.browser().get("/v1/transfers/" + transfer).text("state")).isEqualTo("failed");
    assertThat(ming.browser().get("/v1/held-movements").body().at("/items/0/state").asString())
        .isEqualTo("expired");
    assertThat(ming.balance()).isEqualTo(900_00);
  }

  @Test
  void paymentsWaitAsWell() {
    String payment = elsewhere.begin(cafe.code(), MUCH).text("id");
    UUID key = UUID.randomUUID();
    Answer held = elsewhere.confirm(payment, key, MUCH, Town.PIN);
    assertThat(held.status()).isEqualTo(202);
    assertThat(elsewhere.confirm(payment, key, MUCH, Town.PIN).raw().body())
        .as("the same key, the same answer")
        .contains("held_for_review");
    Answer asked = ming.browser().post(path(heldId(), "confirmation"), Map.of());
    ming.browser().post(path(heldId(), "confirm"), withCode(asked));
    assertThat(ming.browser().get("/v1/payments/" + payment).text("state")).isEqualTo("succeeded");
    assertThat(ming.balance()).isEqualTo(900_00 - MUCH);
  }

  @Test
  void aWithdrawalIsSetAsideAndTheBankIsAskedOnlyAfterTheSecondWord() {
    String withdrawal = withdraw();
    town.the(BankMoves.class).sweep();
    assertThat(orders()).isZero();
    assertThat(ming.browser().get("/v1/withdrawals/" + withdrawal).text("reason"))
        .isEqualTo("held_for_review");
    Answer asked = ming.browser().post(path(heldId(), "confirmation"), Map.of());
    assertThat(ming.browser().post(path(heldId(), "confirm"), withCode(asked)).text("state"))
        .isEqualTo("released");
    assertThat(orders()).isEqualTo(1);
  }

  @Test
  void aRefusedWithdrawalGivesItsMoneyBack() {
    String withdrawal = withdraw();
    assertThat(available()).isEqualTo(900_00 - MUCH);
    ming.browser().post(path(heldId(), "refuse"), Map.of());
    assertThat(available()).isEqualTo(900_00);
    Answer ended = ming.browser().get("/v1/withdrawals/" + withdrawal);
    assertThat(ended.text("state")).isEqualTo("failed");
    assertThat(ended.text("reason")).isEqualTo("held_refused");
    assertThat(orders()).isZero();
  }

  @Test
  void aFrozenWalletLetsNothingGo() {
    hold();
    Answer asked = ming.browser().post(path(heldId(), "confirmation"), Map.of());
    Map<String, Object> words = withCode(asked);
    ming.browser().put("/v1/wallet/freeze", Map.of());
    assertThat(ming.browser().post(path(heldId(), "confirm"), words).code())
        .isEqualTo("account_frozen");
    assertThat(ming.balance()).isEqualTo(900_00);
  }

  @Test
  void aHeldOneUsesItsLimitWhenItGoesAndNoSooner() {
    place("class_1");
    hold();
    assertThat(left("spending_life")).isEqualTo(1_000_00);
    itWasMe();
    assertThat(left("spending_life")).isEqualTo(1_000_00 - MUCH);
    assertThat(chen.balance()).isEqualTo(MUCH);
  }

  @Test
  void aRefusedOneUsesNothingOfALimit() {
    place("class_1");
    hold();
    ming.browser().post(path(heldId(), "refuse"), Map.of());
    assertThat(left("spending_life")).isEqualTo(1_000_00);
  }

  @Test
  void beingHeldIsNoWayAroundALimit() {
    place("class_1");
    hold();
    ming.pay(cafe, 300_00);
    ming.pay(cafe, 350_00);
    town.fund(ming.person(), 900_00);
    Answer refused = itWasMe();
    assertThat(refused.code()).isEqualTo("limit_reached");
    assertThat(left("spending_life")).isEqualTo(350_00);
    assertThat(chen.balance()).isZero();
    place("class_3");
    forgetCodes();
    assertThat(itWasMe().text("state")).as("it waited on").isEqualTo("released");
    assertThat(chen.balance()).isEqualTo(MUCH);
  }

  @Test
  void aPaymentThatWaitedCountsLikeAnyOther() {
    place("class_1");
    elsewhere.confirm(elsewhere.begin(cafe.code(), MUCH).text("id"), MUCH);
    assertThat(left("spending_life")).isEqualTo(1_000_00);
    assertThat(itWasMe().text("state")).isEqualTo("released");
    assertThat(left("spending_life")).isEqualTo(1_000_00 - MUCH);
  }

  @Test
  void aWithdrawalUsesItsLimitWhileItWaitsAndGivesItBackRefused() {
    place("class_1");
    withdraw();
    assertThat(left("withdrawals_day")).isEqualTo(1_000_00 - MUCH);
    town.the(JdbcClient.class)
        .sql("update protection.held set deadline = deadline - interval '72 hours'")
        .update();
    town.the(HeldAnswers.class).refuseTheUnanswered();
    assertThat(left("withdrawals_day")).isEqualTo(1_000_00);
    assertThat(available()).isEqualTo(900_00);
  }

  @Test
  void aWithdrawalThatGoesUsesItsLimitOnce() {
    place("class_1");
    withdraw();
    itWasMe();
    town.the(BankMoves.class).sweep();
    assertThat(left("withdrawals_day")).isEqualTo(1_000_00 - MUCH);
  }

  private Answer itWasMe() {
    String held = heldId();
    Answer asked = ming.browser().post(path(held, "confirmation"), Map.of());
    return ming.browser().post(path(held, "confirm"), withCode(asked));
  }

  private void place(String tier) {
    town.the(Limits.class)
        .place(Subject.person(ming.person().id().value()), Optional.of(tier), Optional.empty());
  }

  private long left(String limit) {
    return ming.browser()
        .get("/v1/limits")
        .body()
        .path("limits")
        .valueStream()
        .filter(one -> one.path("id").asString().equals(limit))
        .findFirst()
        .orElseThrow()
        .at("/left/amount")
        .asLong(-1);
  }

  /** As if a minute had gone by: another code may be sent. */
  private void forgetCodes() {
    town.the(JdbcClient.class).sql("delete from identity.one_time_code").update();
  }

  private String hold() {
    String transfer = elsewhere.beginTransfer(chen, MUCH).text("id");
    assertThat(elsewhere.confirm(transfer, MUCH).status()).isEqualTo(202);
    return transfer;
  }

  private String withdraw() {
    String account =
        elsewhere.browser().get("/v1/linked-accounts").body().at("/items/0/id").asString();
    Map<String, Object> wanted = Map.of("linked_account_id", account, "amount", Town.cny(MUCH));
    Answer asked = elsewhere.browser().post("/v1/withdrawals/confirmation", wanted);
    Map<String, Object> body = new HashMap<>(wanted);
    body.putAll(Map.of("confirmation_id", asked.text("id"), "pin", Town.PIN));
    Answer held = elsewhere.browser().post("/v1/withdrawals", UUID.randomUUID(), body);
    assertThat(held.status()).as(held.raw().body()).isEqualTo(201);
    assertThat(held.text("reason")).isEqualTo("held_for_review");
    return held.text("id");
  }

  private long orders() {
    return town.the(JdbcClient.class)
        .sql(
            "select count(*) from bank.transfer t join wallet.bank_move m on m.id = t.id where m.person = :person")
        .param("person", ming.person().id().value())
        .query(Long.class)
        .single();
  }

  private long available() {
    return ming.browser().get("/v1/wallet").body().at("/balances/0/available/amount").asLong();
  }

  private String heldId() {
    return ming.browser().get("/v1/held-movements").body().at("/items/0/id").asString();
  }

  private static String path(String held, String act) {
    return "/v1/held-movements/" + held + "/" + act;
  }

  private static Map<String, Object> words(Answer asked) {
    return Map.of("confirmation_id", asked.text("id"), "pin", Town.PIN, "amount", Town.cny(MUCH));
  }

  private Map<String, Object> withCode(Answer asked) {
    Map<String, Object> words = new HashMap<>(words(asked));
    words.putAll(ming.code());
    return words;
  }
}
