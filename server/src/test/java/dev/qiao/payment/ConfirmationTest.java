package dev.qiao.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.SoftAuthenticator;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.Authenticators;
import dev.qiao.identity.Totp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A confirmation confirms that payment, once, and nothing else. */
class ConfirmationTest extends TownTest {
  private static final long MUCH = 5_000_00;

  private Shop cafe;
  private Shopper ming;
  private SoftAuthenticator phone;

  @BeforeEach
  void open() {
    cafe = town.shop("山岚咖啡", "Mist Coffee");
    ming = town.shopper("林小满", 100_00);
    phone = new SoftAuthenticator(town.origin());
    register(ming, phone);
  }

  @Test
  void aPasskeyConfirmsAPayment() {
    String payment = begin(10_00);
    Answer asked = ming.ask(payment);
    assertThat(asked.body().at("/methods").toString()).isEqualTo("[\"passkey\",\"pin\"]");
    assertThat(asked.body().at("/amount/amount").asLong()).isEqualTo(10_00);

    Answer paid = confirm(payment, 10_00, signed(asked));
    assertThat(paid.status()).as(paid.raw().body()).isEqualTo(200);
    assertThat(ming.balance()).isEqualTo(90_00);
    JsonNode trail = town.operator().get("/v1/operations/payments/" + payment).body().path("trail");
    assertThat(trail.toString()).contains("\"passkey\"");
  }

  @Test
  void aPasskeyConfirmsTransfersAndWithdrawals() {
    Shopper chen = town.shopper("陈知远", 0);
    String transfer = ming.beginTransfer(chen, 20_00).text("id");
    assertThat(confirm(transfer, 20_00, signed(ming.ask(transfer))).status()).isEqualTo(200);

    Map<String, Object> order = withdrawal(30_00);
    Map<String, Object> body = new HashMap<>(order);
    body.putAll(signed(ming.browser().post("/v1/withdrawals/confirmation", order)));
    assertThat(ming.browser().post("/v1/withdrawals", UUID.randomUUID(), body).status())
        .isEqualTo(201);
    assertThat(ming.browser().post("/v1/withdrawals", UUID.randomUUID(), body).code())
        .as("replayed")
        .isEqualTo("confirmation_invalid");
  }

  @Test
  void aSignatureReplayedPaysNothing() {
    String payment = begin(100_01);
    Map<String, Object> words = signed(ming.ask(payment));
    assertThat(confirm(payment, 100_01, words).code()).isEqualTo("insufficient_funds");

    town.fund(ming.person(), 1_00);
    assertThat(confirm(payment, 100_01, words).code()).isEqualTo("confirmation_invalid");
    assertThat(ming.balance()).isEqualTo(101_00);
    assertThat(confirm(payment, 100_01, signed(ming.ask(payment))).status()).isEqualTo(200);
  }

  @Test
  void aSignaturePaysNothingElse() {
    String small = begin(1_00);
    String large = begin(90_00);
    String same = begin(1_00);
    Map<String, Object> words = signed(ming.ask(small));

    assertThat(confirm(large, 90_00, words).code()).isEqualTo("confirmation_invalid");
    assertThat(confirm(same, 1_00, words).code()).isEqualTo("confirmation_invalid");
    Map<String, Object> moved = new HashMap<>(words);
    moved.put("confirmation_id", ming.ask(large).text("id"));
    assertThat(confirm(large, 90_00, moved).code()).isEqualTo("passkey_refused");
    assertThat(ming.balance()).isEqualTo(100_00);
    assertThat(confirm(small, 1_00, words).status()).as("still good for its own").isEqualTo(200);
  }

  @Test
  void aPinPaysNothingElseAndOnceEither() {
    String small = begin(1_00);
    String large = begin(90_00);
    Map<String, Object> words = pin(ming.ask(small), Town.PIN);

    assertThat(confirm(large, 90_00, words).code()).isEqualTo("confirmation_invalid");
    assertThat(confirm(small, 90_00, words).code()).isEqualTo("confirmation_mismatch");
    assertThat(confirm(large, 90_00, Map.of("pin", Town.PIN)).code()).isEqualTo("field_invalid");
    assertThat(ming.balance()).isEqualTo(100_00);

    String poor = begin(100_01);
    Map<String, Object> again = pin(ming.ask(poor), Town.PIN);
    assertThat(confirm(poor, 100_01, again).code()).isEqualTo("insufficient_funds");
    town.fund(ming.person(), 1_00);
    assertThat(confirm(poor, 100_01, again).code()).isEqualTo("confirmation_invalid");
    assertThat(ming.balance()).isEqualTo(101_00);
  }

  @Test
  void aWithdrawalGoesWhereItWasConfirmedTo() {
    Map<String, Object> order = withdrawal(30_00);
    Map<String, Object> other = withdrawal(31_00);
    Map<String, Object> body = new HashMap<>(other);
    body.putAll(pin(ming.browser().post("/v1/withdrawals/confirmation", order), Town.PIN));
    assertThat(ming.browser().post("/v1/withdrawals", UUID.randomUUID(), body).code())
        .isEqualTo("confirmation_invalid");

    body.putAll(order);
    body.put("linked_account_id", account(1));
    assertThat(ming.browser().post("/v1/withdrawals", UUID.randomUUID(), body).code())
        .isEqualTo("confirmation_invalid");
  }

  @Test
  void aWrongPinLeavesTheConfirmationOpen() {
    String payment = begin(1_00);
    Answer asked = ming.ask(payment);

    assertThat(confirm(payment, 1_00, pin(asked, "971350")).code()).isEqualTo("pin_wrong");
    assertThat(confirm(payment, 1_00, pin(asked, Town.PIN)).status()).isEqualTo(200);
  }

  @Test
  void nobodyConfirmsWithAnothersWord() {
    Shopper thief = town.shopper("周宁", 100_00);
    var thiefsPhone = new SoftAuthenticator(town.origin());
    register(thief, thiefsPhone);
    String payment = begin(50_00);
    Answer asked = ming.ask(payment);
    String own = thief.begin(cafe.code(), 50_00).text("id");

    assertThat(thief.confirm(own, UUID.randomUUID(), 50_00, signed(asked)).code())
        .isEqualTo("confirmation_invalid");
    assertThat(confirm(payment, 50_00, words(asked, thiefsPhone)).code())
        .isEqualTo("passkey_refused");
    assertThat(thief.browser().post("/v1/payments/" + payment + "/confirmation", Map.of()).status())
        .isEqualTo(404);
    assertThat(ming.balance() + thief.balance()).isEqualTo(200_00);
  }

  @Test
  void aConfirmationIsGoodForFiveMinutes() {
    String payment = begin(1_00);
    Map<String, Object> words = signed(ming.ask(payment));
    town.clock().stand(town.clock().instant().plus(Duration.ofMinutes(5)));

    assertThat(confirm(payment, 1_00, words).code()).isEqualTo("confirmation_invalid");
    assertThat(confirm(payment, 1_00, signed(ming.ask(payment))).status()).isEqualTo(200);
  }

  @Test
  void ofManyUsesAtOnceOnePays() {
    List<String> payments = IntStream.range(0, 4).mapToObj(n -> begin(1_00)).toList();
    Map<String, Object> words = signed(ming.ask(payments.getFirst()));

    List<Answer> answers = InParallel.times(12, n -> confirm(payments.get(n % 4), 1_00, words));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(ming.balance()).isEqualTo(99_00);
  }

  @Test
  void aSignatureForOneThingIsNoneForAnother() {
    String payment = begin(1_00);
    Answer asked = ming.ask(payment);
    TestBrowser elsewhere = town.browser("wallet");
    Map<String, Object> forSignIn = new HashMap<>();
    forSignIn.put("passkey", phone.sign(elsewhere.post("/v1/passkey-challenges", Map.of()).body()));
    forSignIn.put("confirmation_id", asked.text("id"));
    assertThat(confirm(payment, 1_00, forSignIn).code()).isEqualTo("passkey_refused");

    Map<String, Object> toSignIn = new HashMap<>();
    toSignIn.put("method", "passkey");
    toSignIn.put("passkey", signed(ming.ask(payment)).get("passkey"));
    assertThat(elsewhere.post("/v1/sessions", toSignIn).code()).isEqualTo("passkey_refused");
  }

  @Test
  void muchMoneyNeedsMoreThanAPin() {
    town.fund(ming.person(), 3 * MUCH);
    String payment = begin(MUCH);
    Answer asked = ming.ask(payment);
    assertThat(asked.body().at("/methods").toString()).isEqualTo("[\"passkey\"]");
    assertThat(confirm(payment, MUCH, pin(asked, Town.PIN)).code())
        .isEqualTo("stronger_factor_required");
    assertThat(confirm(payment, MUCH, signed(ming.ask(payment))).status()).isEqualTo(200);

    long little = 999_99;
    String less = begin(little);
    assertThat(confirm(less, little, pin(ming.ask(less), Town.PIN)).status()).isEqualTo(200);
  }

  @Test
  void aPinWithTheAuthenticatorsCodeIsEnoughForMuchMoney() {
    town.the(Authenticators.class).adopt(ming.person().id().value(), Town.SECRET);
    town.fund(ming.person(), 3 * MUCH);
    String payment = begin(MUCH);
    Answer asked = ming.ask(payment);
    assertThat(asked.body().at("/methods").toString()).isEqualTo("[\"passkey\",\"pin_and_totp\"]");

    Map<String, Object> words = pin(asked, Town.PIN);
    words.put("code", "000000");
    assertThat(confirm(payment, MUCH, words).code()).isEqualTo("code_refused");
    words.put("code", Totp.code(Town.SECRET, town.clock().instant()));
    assertThat(confirm(payment, MUCH, words).status()).isEqualTo(200);

    String next = begin(MUCH);
    Map<String, Object> again = pin(ming.ask(next), Town.PIN);
    again.put("code", words.get("code"));
    assertThat(confirm(next, MUCH, again).code()).as("used").isEqualTo("code_refused");
  }

  @Test
  void codesBesideAPinCannotBeGuessed() {
    town.the(Authenticators.class).adopt(ming.person().id().value(), Town.SECRET);
    town.fund(ming.person(), MUCH);
    String payment = begin(MUCH);
    Map<String, Object> words = pin(ming.ask(payment), Town.PIN);
    words.put("code", "000000");

    for (int n = 0; n < 10; n++) {
      assertThat(confirm(payment, MUCH, words).code()).isEqualTo("code_refused");
    }
    words.put("code", Totp.code(Town.SECRET, town.clock().instant()));
    assertThat(confirm(payment, MUCH, words).code()).isEqualTo("too_many_attempts");
  }

  @Test
  void whatIsOverIsNotAskedAbout() {
    String payment = ming.pay(cafe, 1_00);
    assertThat(ming.ask(payment).code()).isEqualTo("payment_finished");
  }

  private String begin(long minor) {
    return ming.begin(cafe.code(), minor).text("id");
  }

  private Answer confirm(String id, long minor, Map<String, Object> words) {
    return ming.confirm(id, UUID.randomUUID(), minor, words);
  }

  private Map<String, Object> signed(Answer asked) {
    return words(asked, phone);
  }

  private static Map<String, Object> words(Answer asked, SoftAuthenticator authenticator) {
    Map<String, Object> words = new HashMap<>();
    words.put("confirmation_id", asked.text("id"));
    words.put("passkey", authenticator.sign(asked.body().path("passkey")));
    return words;
  }

  private static Map<String, Object> pin(Answer asked, String pin) {
    Map<String, Object> words = new HashMap<>();
    words.put("confirmation_id", asked.text("id"));
    words.put("pin", pin);
    return words;
  }

  private Map<String, Object> withdrawal(long minor) {
    return Map.of("linked_account_id", account(0), "amount", Town.cny(minor));
  }

  private String account(int number) {
    return ming.browser()
        .get("/v1/linked-accounts")
        .body()
        .at("/items/" + number + "/id")
        .asString();
  }

  private static void register(Shopper shopper, SoftAuthenticator authenticator) {
    JsonNode creation = shopper.browser().post("/v1/passkeys/challenges", Map.of()).body();
    assertThat(
            shopper.browser().post("/v1/passkeys", authenticator.register(creation, "n")).status())
        .isEqualTo(201);
  }
}
