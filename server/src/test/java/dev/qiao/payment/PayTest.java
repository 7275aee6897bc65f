package dev.qiao.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PayTest extends TownTest {
  private Shopper ming;
  private Shop cafe;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 100_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
  }

  @Test
  void takesThePriceOnceAndSaysSo() {
    Answer begun = ming.begin(cafe.code(), 38_00);
    assertThat(begun.status()).isEqualTo(201);
    assertThat(begun.text("state")).isEqualTo("requires_confirmation");
    assertThat(ming.balance()).isEqualTo(100_00);

    Answer paid = ming.confirm(begun.text("id"), 38_00);
    assertThat(paid.status()).isEqualTo(200);
    assertThat(paid.text("state")).isEqualTo("succeeded");
    assertThat(paid.text("scene")).isEqualTo("qr_static");
    assertThat(paid.body().at("/payee/name").asString()).isEqualTo("山岚咖啡");
    assertThat(ming.balance()).isEqualTo(62_00);
    assertThat(cafe.balance()).isEqualTo(38_00);
    assertThat(ming.browser().get("/v1/payments/" + begun.text("id")).body())
        .isEqualTo(paid.body());
  }

  @Test
  void aDynamicCodeIsPaidWithItsAmountAndItsScene() {
    Answer asked = cafe.ask(25_50);
    Answer read = ming.read(asked.text("qr"));
    assertThat(read.text("kind")).isEqualTo("dynamic");
    assertThat(read.body().at("/amount/amount").asLong()).isEqualTo(25_50);

    Answer paid = ming.confirm(read.body().at("/payment/id").asString(), 25_50);
    assertThat(paid.text("state")).isEqualTo("succeeded");
    assertThat(paid.text("scene")).isEqualTo("qr_dynamic");
    assertThat(cafe.balance()).isEqualTo(25_50);
  }

  @Test
  void aWrongPinTakesNothingAndTellsHowManyTriesAreLeft() {
    String payment = ming.begin(cafe.code(), 10_00).text("id");

    for (int left = 4; left > 0; left--) {
      Answer wrong = ming.confirm(payment, UUID.randomUUID(), 10_00, "971350");
      assertThat(wrong.code()).isEqualTo("pin_wrong");
      assertThat(wrong.text("money")).isEqualTo("not_taken");
      assertThat(wrong.body().at("/parameters/attempts_left").asInt()).isEqualTo(left);
    }
    Answer locked = ming.confirm(payment, UUID.randomUUID(), 10_00, "971350");
    assertThat(locked.code()).isEqualTo("pin_locked");
    assertThat(locked.header("Retry-After")).isPresent();
    assertThat(ming.confirm(payment, 10_00).code())
        .as("also with the right PIN")
        .isEqualTo("pin_locked");
    assertThat(ming.balance()).isEqualTo(100_00);

    town.clock().stand(town.clock().instant().plus(Duration.ofMinutes(16)));
    String next = ming.begin(cafe.code(), 10_00).text("id");
    assertThat(ming.confirm(next, 10_00).status()).isEqualTo(200);
  }

  @Test
  void aWrongPinLeavesTheKeyFreeForTheRightOne() {
    String payment = ming.begin(cafe.code(), 10_00).text("id");
    UUID key = UUID.randomUUID();

    assertThat(ming.confirm(payment, key, 10_00, "971350").code()).isEqualTo("pin_wrong");
    assertThat(ming.confirm(payment, key, 10_00, Town.PIN).status()).isEqualTo(200);
    assertThat(ming.balance()).isEqualTo(90_00);
  }

  @Test
  void whoHasNoPinIsAskedForOne() {
    TestBrowser browser = town.browser("wallet");
    browser.signUp(
        "135" + UUID.randomUUID().toString().replaceAll("\\D", "0").substring(0, 8), "新人");
    Answer begun =
        browser.post(
            "/v1/payments", UUID.randomUUID(), Map.of("qr", cafe.code(), "amount", Town.cny(1)));

    Answer refused =
        browser.post(
            "/v1/payments/" + begun.text("id") + "/confirm",
            UUID.randomUUID(),
            Map.of(
                "pin",
                Town.PIN,
                "confirmation_id",
                browser
                    .post("/v1/payments/" + begun.text("id") + "/confirmation", Map.of())
                    .text("id"),
                "amount",
                Town.cny(1)));
    assertThat(refused.code()).isEqualTo("pin_required");
  }

  @Test
  void nothingIsTakenButWhatThePersonSaw() {
    String payment = ming.begin(cafe.code(), 10_00).text("id");

    Answer other = ming.confirm(payment, 1_00);
    assertThat(other.code()).isEqualTo("confirmation_mismatch");
    assertThat(other.text("money")).isEqualTo("not_taken");
    assertThat(ming.balance()).isEqualTo(100_00);
  }

  @Test
  void tooLittleMoneyIsARefusalThatLasts() {
    String payment = ming.begin(cafe.code(), 100_01).text("id");
    UUID key = UUID.randomUUID();

    Answer refused = ming.confirm(payment, key, 100_01, Town.PIN);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("insufficient_funds");
    assertThat(refused.text("retry")).isEqualTo("new_key");
    assertThat(refused.body().at("/parameters/available").asLong()).isEqualTo(100_00);

    town.fund(ming.person(), 1);
    Answer again = ming.confirm(payment, key, 100_01, Town.PIN);
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(again.raw().body()).isEqualTo(refused.raw().body());
    assertThat(ming.browser().get("/v1/payments/" + payment).text("state"))
        .isEqualTo("requires_confirmation");
    assertThat(ming.confirm(payment, 100_01).status()).as("a new key tries anew").isEqualTo(200);
    assertThat(ming.balance()).isZero();
  }

  @Test
  void aPaymentThatWaitedTooLongIsOver() {
    String payment = ming.begin(cafe.code(), 10_00).text("id");
    town.clock().stand(town.clock().instant().plus(Payments.CONFIRM_WITHIN));

    assertThat(ming.confirm(payment, 10_00).code()).isEqualTo("payment_expired");
    Answer shown = ming.browser().get("/v1/payments/" + payment);
    assertThat(shown.text("state")).isEqualTo("expired");
    assertThat(shown.text("reason")).isEqualTo("payment_expired");
    assertThat(ming.balance()).isEqualTo(100_00);
  }

  @Test
  void aCancelledPaymentTakesNothing() {
    String payment = ming.begin(cafe.code(), 10_00).text("id");
    Answer cancelled =
        ming.browser().post("/v1/payments/" + payment + "/cancel", UUID.randomUUID(), Map.of());

    assertThat(cancelled.text("state")).isEqualTo("cancelled");
    assertThat(ming.confirm(payment, 10_00).code()).isEqualTo("payment_cancelled");
  }

  @Test
  void aPaidPaymentCanNeitherBePaidNorCancelledAgain() {
    String payment = ming.pay(cafe, 10_00);

    Answer again = ming.confirm(payment, 10_00);
    assertThat(again.code()).isEqualTo("payment_finished");
    assertThat(again.body().at("/parameters/state").asString()).isEqualTo("succeeded");
    assertThat(
            ming.browser()
                .post("/v1/payments/" + payment + "/cancel", UUID.randomUUID(), Map.of())
                .code())
        .isEqualTo("payment_finished");
    assertThat(ming.balance()).isEqualTo(90_00);
  }

  @Test
  void oneKeySentSixteenTimesAtOncePaysOnce() {
    String payment = ming.begin(cafe.code(), 10_00).text("id");
    UUID key = UUID.randomUUID();

    List<Answer> answers = InParallel.times(16, n -> ming.confirm(payment, key, 10_00, Town.PIN));

    List<Answer> paid = answers.stream().filter(answer -> answer.status() == 200).toList();
    assertThat(paid).isNotEmpty();
    assertThat(paid.stream().map(answer -> answer.raw().body()).distinct()).hasSize(1);
    assertThat(paid)
        .filteredOn(answer -> answer.header("Idempotent-Replayed").isEmpty())
        .hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allMatch(answer -> answer.code().equals("request_in_flight"));
    assertThat(ming.balance()).isEqualTo(90_00);
    assertThat(cafe.balance()).isEqualTo(10_00);
  }

  @Test
  void sixteenKeysAtOncePayOnce() {
    String payment = ming.begin(cafe.code(), 10_00).text("id");

    List<Answer> answers = InParallel.times(16, n -> ming.confirm(payment, 10_00));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() != 200).allMatch(PayTest::tookNothing);
    assertThat(ming.balance()).isEqualTo(90_00);
    assertThat(ming.confirm(payment, 10_00).code()).isEqualTo("payment_finished");
  }

  @Test
  void aCodeThatTwoPeoplePayAtOnceIsPaidByOne() {
    Shopper other = town.shopper("陈知远", 100_00);
    Answer asked = cafe.ask(30_00);
    String payment = asked.text("id");

    List<Answer> answers =
        InParallel.times(2, n -> (n == 0 ? ming : other).confirm(payment, 30_00));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    Answer late =
        answers.stream().filter(answer -> answer.status() != 200).findFirst().orElseThrow();
    assertThat(late.text("money")).isEqualTo("not_involved");
    assertThat(late.code()).isIn("payment_finished", "not_found");
    assertThat(ming.balance() + other.balance()).isEqualTo(170_00);
    assertThat(cafe.balance()).isEqualTo(30_00);
  }

  @Test
  void sixteenPaymentsAtOnceNeverSpendMoreThanThereIs() {
    List<String> payments = InParallel.times(16, n -> ming.begin(cafe.code(), 10_00).text("id"));

    List<Answer> answers = InParallel.times(16, n -> ming.confirm(payments.get(n), 10_00));
    assertThat(answers).filteredOn(answer -> answer.status() != 200).allMatch(PayTest::tookNothing);
    long paid = answers.stream().filter(answer -> answer.status() == 200).count();
    assertThat(ming.balance()).isEqualTo(100_00 - paid * 10_00);

    List<Answer> rest =
        payments.stream()
            .map(payment -> ming.confirm(payment, 10_00))
            .filter(answer -> answer.status() == 200)
            .toList();
    assertThat(paid + rest.size()).isEqualTo(10);
    assertThat(ming.balance()).isZero();
    assertThat(cafe.balance()).isEqualTo(100_00);
  }

  /** So many PINs at once look like guessing, so that some are not even looked at. */
  private static boolean tookNothing(Answer answer) {
    return answer.text("money").equals("not_taken")
        ? List.of("insufficient_funds", "pin_locked").contains(answer.code())
        : answer.code().equals("payment_finished");
  }

  @Test
  void otherPeoplesPaymentsDoNotExist() {
    Shopper stranger = town.shopper("陈知远", 100_00);
    String waiting = ming.begin(cafe.code(), 10_00).text("id");
    String paid = ming.pay(cafe, 5_00);

    for (String payment : List.of(waiting, paid)) {
      assertThat(stranger.browser().get("/v1/payments/" + payment).status()).isEqualTo(404);
      assertThat(stranger.browser().get("/v1/activities/" + payment).status()).isEqualTo(404);
      assertThat(stranger.confirm(payment, 10_00).status()).isEqualTo(404);
      assertThat(
              stranger
                  .browser()
                  .post("/v1/payments/" + payment + "/cancel", UUID.randomUUID(), Map.of())
                  .status())
          .isEqualTo(404);
    }
    assertThat(stranger.balance()).isEqualTo(100_00);
  }

  @Test
  void aPayerCannotCallOffWhatAShopAsksFor() {
    String asked = cafe.ask(10_00).text("id");

    assertThat(
            ming.browser()
                .post("/v1/payments/" + asked + "/cancel", UUID.randomUUID(), Map.of())
                .status())
        .isEqualTo(404);
    assertThat(ming.confirm(asked, 10_00).status()).isEqualTo(200);
  }
}
