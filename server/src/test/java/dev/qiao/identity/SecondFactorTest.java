package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.InParallel;
import dev.qiao.Shopper;
import dev.qiao.SoftAuthenticator;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecondFactorTest extends TownTest {
  private Shopper ming;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 0);
  }

  @Test
  void whoHasAnAuthenticatorIsAskedForIt() {
    enrol(ming.browser());
    TestBrowser browser = town.browser("wallet");

    Answer half = browser.signIn(ming.phone(), Town.PASSWORD);
    assertThat(half.body().at("/person").isNull()).isTrue();
    assertThat(half.header("Set-Cookie")).isEmpty();
    assertThat(half.body().at("/second_factor/methods").toString())
        .isEqualTo("[\"totp\",\"recovery_code\"]");
    assertThat(browser.get("/v1/wallet").code()).isEqualTo("session_required");

    pass(Duration.ofSeconds(60));
    Answer whole = show(browser, half, "totp", code());
    assertThat(whole.status()).as(whole.raw().body()).isEqualTo(201);
    assertThat(browser.get("/v1/wallet").status()).isEqualTo(200);
  }

  @Test
  void aCodeToThePhoneIsHalfOfItToo() {
    enrol(ming.browser());

    Answer half = town.browser("wallet").signInByCode(ming.phone());
    assertThat(half.body().at("/second_factor/methods").toString()).contains("totp");
    assertThat(half.body().at("/person").isNull()).isTrue();
  }

  @Test
  void aCodeIsGoodOnceAndAStepAroundItsTime() {
    enrol(ming.browser());
    TestBrowser browser = town.browser("wallet");
    pass(Duration.ofSeconds(90));
    String early = Totp.code(secret, town.clock().instant().plusSeconds(30));
    Answer first = browser.signIn(ming.phone(), Town.PASSWORD);
    assertThat(show(browser, first, "totp", early).status()).isEqualTo(201);

    Answer second = browser.signIn(ming.phone(), Town.PASSWORD);
    assertThat(show(browser, second, "totp", early).code()).as("again").isEqualTo("factor_wrong");
    assertThat(show(browser, second, "totp", code()).code())
        .as("of before the one that was used")
        .isEqualTo("factor_wrong");
    pass(Duration.ofSeconds(120));
    String late = Totp.code(secret, town.clock().instant().minusSeconds(60));
    assertThat(show(browser, second, "totp", late).code()).isEqualTo("factor_wrong");
    assertThat(show(browser, second, "totp", code()).status()).isEqualTo(201);
  }

  @Test
  void fiveWrongOnesEndASignInAndTenStopThePartysFor15Minutes() {
    enrol(ming.browser());
    TestBrowser browser = town.browser("wallet");
    for (int round = 0; round < 2; round++) {
      Answer half = browser.signIn(ming.phone(), Town.PASSWORD);
      for (int left = 4; left >= 0; left--) {
        Answer wrong = show(browser, half, "totp", "000000");
        assertThat(wrong.code()).isEqualTo("factor_wrong");
        assertThat(wrong.body().at("/parameters/attempts_left").asInt()).isEqualTo(left);
      }
      assertThat(show(browser, half, "totp", code()).code()).isEqualTo("sign_in_expired");
    }
    pass(Duration.ofSeconds(60));
    Answer half = browser.signIn(ming.phone(), Town.PASSWORD);
    assertThat(show(browser, half, "totp", code()).code()).isEqualTo("too_many_attempts");
    pass(Duration.ofMinutes(15));
    half = browser.signIn(ming.phone(), Town.PASSWORD);
    assertThat(show(browser, half, "totp", code()).status()).isEqualTo(201);
  }

  @Test
  void parallelGuessesAreAllCounted() {
    enrol(ming.browser());
    Answer half = town.browser("wallet").signIn(ming.phone(), Town.PASSWORD);

    List<Answer> answers =
        InParallel.times(20, n -> show(town.browser("wallet"), half, "totp", "%06d".formatted(n)));

    assertThat(answers).filteredOn(one -> one.code().equals("factor_wrong")).hasSize(5);
    assertThat(answers).filteredOn(one -> one.code().equals("sign_in_expired")).hasSize(15);
  }

  @Test
  void aHalfSignInIsGoodOnceInItsApp() {
    enrol(ming.browser());
    pass(Duration.ofSeconds(60));
    Answer half = town.browser("wallet").signIn(ming.phone(), Town.PASSWORD);
    assertThat(show(town.browser("merchant"), half, "totp", code()).code())
        .isEqualTo("sign_in_expired");

    List<Answer> answers =
        InParallel.times(6, n -> show(town.browser("wallet"), half, "totp", code()));
    assertThat(answers).filteredOn(one -> one.status() == 201).hasSize(1);

    Answer late = town.browser("wallet").signIn(ming.phone(), Town.PASSWORD);
    pass(Duration.ofMinutes(5));
    assertThat(show(town.browser("wallet"), late, "totp", code()).code())
        .isEqualTo("sign_in_expired");
  }

  @Test
  void aRecoveryCodeOpensOnceHoweverItIsTyped() {
    List<String> codes = enrol(ming.browser());
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    TestBrowser browser = town.browser("wallet");
    String typed = codes.getFirst().toUpperCase().replace("-", " ").replace('0', 'O');

    Answer half = browser.signIn(ming.phone(), Town.PASSWORD);
    assertThat(show(browser, half, "recovery_code", typed).status()).isEqualTo(201);
    assertThat(browser.get("/v1/factors").body().at("/recovery_codes_left").asInt()).isEqualTo(9);

    half = browser.signIn(ming.phone(), Town.PASSWORD);
    assertThat(show(browser, half, "recovery_code", typed).code()).isEqualTo("factor_wrong");
    assertThat(show(browser, half, "recovery_code", codes.get(1)).status()).isEqualTo(201);
  }

  @Test
  void otherRecoveryCodesMakeTheOldOnesVoid() {
    List<String> old = enrol(ming.browser());
    Answer renewed = ming.browser().post("/v1/authenticator/recovery-codes", Map.of());
    assertThat(renewed.body().path("codes")).hasSize(10);

    TestBrowser browser = town.browser("wallet");
    Answer half = browser.signIn(ming.phone(), Town.PASSWORD);
    assertThat(show(browser, half, "recovery_code", old.getFirst()).code())
        .isEqualTo("factor_wrong");
  }

  @Test
  void countsOnlyOnceItsFirstCodeWasRight() {
    Answer begun = ming.browser().post("/v1/authenticator", Map.of());
    assertThat(begun.text("uri"))
        .startsWith("otpauth://totp/Qiao:")
        .contains("secret=" + begun.text("secret"), "issuer=Qiao", "digits=6", "period=30");
    assertThat(ming.browser().post("/v1/authenticator/confirm", Map.of("code", "000000")).code())
        .isEqualTo("factor_wrong");

    assertThat(town.browser("wallet").signIn(ming.phone(), Town.PASSWORD).body().at("/person"))
        .isNotEmpty();
    assertThat(ming.browser().get("/v1/factors").body().at("/authenticator_since").isNull())
        .isTrue();
  }

  @Test
  void isSetUpOnceAndRemovedByItsOwner() {
    enrol(ming.browser());
    assertThat(ming.browser().post("/v1/authenticator", Map.of()).code())
        .isEqualTo("authenticator_exists");

    assertThat(ming.browser().delete("/v1/authenticator").status()).isEqualTo(204);
    assertThat(ming.browser().delete("/v1/authenticator").status()).isEqualTo(404);
    assertThat(town.browser("wallet").signIn(ming.phone(), Town.PASSWORD).body().at("/person"))
        .isNotEmpty();
  }

  @Test
  void settingItUpEndsOnesOtherSessions() {
    TestBrowser other = town.browser("wallet");
    other.signIn(ming.phone(), Town.PASSWORD);
    enrol(ming.browser());

    assertThat(other.get("/v1/session").code()).isEqualTo("session_expired");
    assertThat(ming.browser().get("/v1/session").status()).isEqualTo(200);
  }

  @Test
  void anOperatorWithoutOneComesInToSetOneUpAndNoFurther() {
    TestBrowser desk = newOperator();
    assertThat(desk.get("/v1/session").body().at("/must_enrol").asBoolean()).isTrue();
    assertThat(desk.get("/v1/operations/overview").code()).isEqualTo("second_factor_required");
    assertThat(desk.get("/v1/events?app=console").code()).isEqualTo("second_factor_required");
    assertThat(desk.get("/v1/sessions").code()).isEqualTo("second_factor_required");

    String before = desk.get("/v1/session").text("csrf");
    enrol(desk);
    assertThat(desk.get("/v1/session").text("csrf")).as("another token").isNotEqualTo(before);
    assertThat(desk.get("/v1/session").body().at("/must_enrol").asBoolean()).isFalse();
    assertThat(desk.get("/v1/operations/overview").status()).isEqualTo(200);
  }

  @Test
  void showingThePasswordAgainDoesNotStandInForASecondFactor() {
    TestBrowser desk = newOperator();
    Answer proven =
        desk.post("/v1/session/proof", Map.of("method", "password", "secret", Town.PASSWORD));
    assertThat(proven.status()).isEqualTo(200);
    assertThat(proven.body().at("/must_enrol").asBoolean()).isTrue();
    assertThat(desk.get("/v1/operations/overview").code()).isEqualTo("second_factor_required");
  }

  @Test
  void aPasskeyIsASecondFactorForAnOperator() {
    TestBrowser desk = newOperator();
    var laptop = new SoftAuthenticator(town.origin());
    var creation = desk.post("/v1/passkeys/challenges", Map.of()).body();
    assertThat(desk.post("/v1/passkeys", laptop.register(creation, "Laptop")).status())
        .isEqualTo(201);
    desk.get("/v1/session");
    assertThat(desk.get("/v1/operations/overview").status()).isEqualTo(200);

    String login = desk.get("/v1/session").body().at("/operator/login").asString();
    Answer half = town.browser("console").signIn(login, Town.PASSWORD);
    assertThat(half.body().at("/second_factor/methods").toString()).isEqualTo("[\"passkey\"]");

    String passkey = desk.get("/v1/passkeys").body().at("/items/0/id").asString();
    assertThat(desk.delete("/v1/passkeys/" + passkey).code()).isEqualTo("last_factor");
  }

  @Test
  void anOperatorKeepsOneSecondFactor() {
    TestBrowser desk = town.operator();
    assertThat(desk.delete("/v1/authenticator").code()).isEqualTo("last_factor");
  }

  @Test
  void noPolicyLetsOperatorsInWithout() {
    var db = town.the(JdbcClient.class);
    assertThatThrownBy(
            () ->
                db.sql("update identity.factor_policy set second_factor = 'if_enrolled'").update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void policyDecidesForStaff() {
    var db = town.the(JdbcClient.class);
    var shop = town.shop("山岚咖啡", "Mist Coffee");
    db.sql("update identity.factor_policy set second_factor = 'required' where role = 'owner'")
        .update();
    try {
      TestBrowser till = town.browser("merchant");
      assertThat(till.signIn(shop.login(), Town.PASSWORD).body().at("/must_enrol").asBoolean())
          .isTrue();
      assertThat(till.get("/v1/merchant").code()).isEqualTo("second_factor_required");
    } finally {
      db.sql("update identity.factor_policy set second_factor = 'if_enrolled' where role = 'owner'")
          .update();
    }
  }

  @Test
  void changesNeedAFactorShownLately() {
    pass(Proofs.FRESH);
    Answer refused = ming.browser().post("/v1/authenticator", Map.of());
    assertThat(refused.code()).isEqualTo("step_up_required");
    assertThat(refused.body().at("/parameters/methods").asString()).isEqualTo("password,pin");
    assertThat(ming.browser().post("/v1/passkeys/challenges", Map.of()).code())
        .isEqualTo("step_up_required");

    assertThat(prove("password", "wrong").code()).isEqualTo("factor_wrong");
    assertThat(prove("totp", "000000").code()).as("they have none").isEqualTo("factor_wrong");
    String before = ming.browser().get("/v1/session").text("csrf");
    Answer proven = prove("password", Town.PASSWORD);
    assertThat(proven.status()).isEqualTo(200);
    assertThat(proven.text("csrf")).as("another token").isNotEqualTo(before);
    enrol(ming.browser());

    pass(Proofs.FRESH);
    assertThat(prove("password", Town.PASSWORD).code())
        .as("a password is not enough any more")
        .isEqualTo("factor_wrong");
    assertThat(prove("totp", code()).status()).isEqualTo(200);
    assertThat(ming.browser().delete("/v1/authenticator").status()).isEqualTo(204);
  }

  @Test
  void aFirstPinNeedsThePasskeyThatIsThere() {
    TestBrowser own = town.browser("wallet");
    own.signUp(
        "133" + "%08d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000)), "新人");
    var phone = new SoftAuthenticator(town.origin());
    var creation = own.post("/v1/passkeys/challenges", Map.of()).body();
    own.post("/v1/passkeys", phone.register(creation, "Phone"));
    pass(Proofs.FRESH);

    assertThat(own.put("/v1/me/pin", Map.of("pin", Town.PIN)).code()).isEqualTo("step_up_required");
    var challenge = own.post("/v1/session/proof/challenges", Map.of()).body();
    own.post("/v1/session/proof", Map.of("method", "passkey", "passkey", phone.sign(challenge)));
    assertThat(own.put("/v1/me/pin", Map.of("pin", Town.PIN)).status()).isEqualTo(200);
  }

  @Test
  void aPasskeyShowsItToo() {
    var phone = new SoftAuthenticator(town.origin());
    var creation = ming.browser().post("/v1/passkeys/challenges", Map.of()).body();
    ming.browser().post("/v1/passkeys", phone.register(creation, "Phone"));
    pass(Proofs.FRESH);

    var challenge = ming.browser().post("/v1/session/proof/challenges", Map.of()).body();
    assertThat(challenge.path("allow")).hasSize(1);
    Map<String, Object> proof = Map.of("method", "passkey", "passkey", phone.sign(challenge));
    assertThat(town.browser("wallet").post("/v1/session/proof", proof).code())
        .isEqualTo("session_required");
    assertThat(ming.browser().post("/v1/session/proof", proof).status()).isEqualTo(200);
    assertThat(ming.browser().post("/v1/session/proof", proof).code())
        .as("replayed")
        .isEqualTo("factor_wrong");
    Map<String, Object> signIn =
        Map.of(
            "method",
            "passkey",
            "passkey",
            phone.sign(ming.browser().post("/v1/session/proof/challenges", Map.of()).body()));
    assertThat(town.browser("wallet").post("/v1/sessions", signIn).code())
        .as("for another purpose")
        .isEqualTo("passkey_refused");
  }

  @Test
  void proofsCannotBeGuessed() {
    IntStream.range(0, 10)
        .forEach(n -> assertThat(prove("password", "w" + n).code()).isEqualTo("factor_wrong"));
    assertThat(prove("password", Town.PASSWORD).code()).isEqualTo("too_many_attempts");
  }

  @Test
  void aNewPasswordEndsOnesOtherSessionsAndTheOldOne() {
    TestBrowser other = town.browser("wallet");
    other.signIn(ming.phone(), Town.PASSWORD);
    String fresh = "seven herons over the weir";

    assertThat(change("seven herons 7").code()).isEqualTo("password_too_short");
    assertThat(change("password password").code()).isEqualTo("password_too_common");
    assertThat(change(fresh).status()).isEqualTo(204);
    assertThat(other.get("/v1/session").code()).isEqualTo("session_expired");
    assertThat(ming.browser().get("/v1/session").status()).isEqualTo(200);
    assertThat(other.signIn(ming.phone(), Town.PASSWORD).code()).isEqualTo("credentials_wrong");
    assertThat(other.signIn(ming.phone(), fresh).status()).isEqualTo(201);

    pass(Proofs.FRESH);
    assertThat(password(fresh).code()).isEqualTo("step_up_required");
  }

  @Test
  void aShortPasswordNeedsASecondFactorBesideIt() {
    enrol(ming.browser());
    assertThat(ming.browser().get("/v1/factors").body().at("/password_minimum").asInt())
        .isEqualTo(8);
    assertThat(password("k7#vQ2!p").status()).isEqualTo(204);

    assertThat(ming.browser().delete("/v1/authenticator").code()).isEqualTo("password_too_short");
    assertThat(password("seven herons over the weir").status()).isEqualTo(204);
    assertThat(ming.browser().delete("/v1/authenticator").status()).isEqualTo(204);
    assertThat(ming.browser().get("/v1/factors").body().at("/password_minimum").asInt())
        .isEqualTo(15);
  }

  private Answer change(String text) {
    return ming.browser()
        .put("/v1/password", Map.of("password", text, "current_password", Town.PASSWORD));
  }

  private Answer password(String text) {
    return ming.browser().put("/v1/password", Map.of("password", text));
  }

  @Test
  void theDatabaseHoldsNeitherSecretsNorCodes() {
    List<String> codes = enrol(ming.browser());
    String dump =
        String.join(
            "\n",
            town.the(JdbcClient.class)
                .sql(
                    "select a::text from identity.authenticator a union all select r::text from identity.recovery_code r"
                        + " union all select a::text from api.audit a")
                .query(String.class)
                .list());
    assertThat(dump)
        .doesNotContain(java.util.HexFormat.of().formatHex(secret), text)
        .doesNotContain(codes);
  }

  private byte[] secret;
  private String text;

  /** Sets up an authenticator, and answers its recovery codes. */
  private List<String> enrol(TestBrowser browser) {
    text = browser.post("/v1/authenticator", Map.of()).text("secret");
    secret = decoded(text);
    Answer confirmed = browser.post("/v1/authenticator/confirm", Map.of("code", code()));
    assertThat(confirmed.status()).as(confirmed.raw().body()).isEqualTo(200);
    return confirmed.body().path("codes").valueStream().map(one -> one.asString()).toList();
  }

  private String code() {
    return Totp.code(secret, town.clock().instant());
  }

  private void pass(Duration time) {
    town.clock().stand(town.clock().instant().plus(time));
  }

  private TestBrowser newOperator() {
    String login = "new-" + UUID.randomUUID();
    town.the(Operators.class).create("Grace", OperatorRole.ADMINISTRATOR, login, Town.PASSWORD);
    TestBrowser desk = town.browser("console");
    desk.signIn(login, Town.PASSWORD);
    return desk;
  }

  private Answer prove(String method, String secretText) {
    return ming.browser().post("/v1/session/proof", Map.of("method", method, "secret", secretText));
  }

  private static Answer show(TestBrowser browser, Answer half, String method, String code) {
    return browser.post(
        "/v1/sessions",
        Map.of(
            "method",
            method,
            "second_factor_token",
            half.body().at("/second_factor/token").asString(),
            "code",
            code));
  }

  static byte[] decoded(String base32) {
    var bytes = new java.io.ByteArrayOutputStream();
    int bits = 0;
    int count = 0;
    for (char letter : base32.toCharArray()) {
      bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      count += 5;
      if (count >= 8) {
        count -= 8;
        bytes.write(bits >> count);
      }
    }
    return bytes.toByteArray();
  }
}
