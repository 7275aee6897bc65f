package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.SoftAuthenticator;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.api.App;
import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.ids.Ids;
import dev.qiao.ids.TypeId;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.Reviews;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An operator locks one browser or one credential, and everything else of its owner goes on. */
class WayInTest extends TownTest {
  private static final Map<String, String> WHY = Map.of("reason", "CASE-9");
  private static final String OTHER_PIN = "830174";

  private Shopper ming;
  private TestBrowser operator;

  /** The code with which a PIN is set anew: one is sent in a minute. */
  private String resetting = "";

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 900_00);
    operator = town.operator(OperatorRole.RISK);
  }

  @Test
  void aLockedBrowserIsOutAtOnceAndTheOthersStay() {
    TestBrowser stolen = stolen();
    assertThat(ways("device")).hasSize(2);
    String id = newest("device");
    assertThat(id).startsWith("dev_");

    lock(id);
    assertThat(stolen.get("/v1/session").code()).isEqualTo("session_expired");
    assertThat(stolen.signIn(ming.phone(), Town.PASSWORD).code()).isEqualTo("device_locked");
    assertThat(stolen.signIn(ming.phone(), "not-the-password").code())
        .as("says nothing to who cannot sign in")
        .isEqualTo("credentials_wrong");
    assertThat(ming.browser().get("/v1/session").status()).isEqualTo(200);
    assertThat(told()).isEqualTo("device_locked");
    assertThat(trail()).contains("way_in.lock " + id + ": CASE-9");
    JsonNode shown = ming.browser().get("/v1/sessions").body().path("locked_devices");
    assertThat(shown).hasSize(1);
    assertThat(shown.at("/0/id").asString()).isEqualTo(id);

    unlock(id);
    assertThat(told()).isEqualTo("device_unlocked");
    assertThat(stolen.get("/v1/session").status()).as("what ended stays ended").isEqualTo(401);
    assertThat(stolen.signIn(ming.phone(), Town.PASSWORD).status()).isEqualTo(201);
    assertThat(ming.browser().get("/v1/sessions").body().path("locked_devices")).isEmpty();
  }

  @Test
  void aSessionWhoseBrowserWasNeverNotedEndsWithAnyOfThem() {
    stolen();
    town.the(JdbcClient.class)
        .sql(
            """
            update identity.session set device_hash = null
            where party = ? and device_hash <> (
              select token_hash from identity.known_device where party = ? order by known_at desc limit 1)
            """)
        .params(party(), party())
        .update();
    lock(newest("device"));
    assertThat(ming.browser().get("/v1/session").code()).isEqualTo("session_expired");
  }

  @Test
  void whatWasBegunBeforeALockIsNotEndedAfterIt() {
    TestBrowser stolen = stolen();
    JsonNode challenge = stolen.post("/v1/passkeys/challenges", Map.of()).body();
    String secret = stolen.post("/v1/authenticator", Map.of()).text("secret");
    lock(newest("device"));
    assertThat(addPasskey(ming.browser(), challenge).code()).isEqualTo("passkey_refused");
    assertThat(confirm(ming.browser(), secret).code()).isEqualTo("factor_wrong");

    JsonNode again = ming.browser().post("/v1/passkeys/challenges", Map.of()).body();
    String whole = "/v1/operations/locks/" + ming.person().id().text();
    assertThat(operator.put(whole, WHY).status()).isEqualTo(204);
    assertThat(operator.delete(whole).status()).isEqualTo(204);
    assertThat(addPasskey(ming.browser(), again).code()).isEqualTo("passkey_refused");
    assertThat(passkey(new SoftAuthenticator(town.origin()))).as("begun after").isNotEmpty();
  }

  @Test
  void whatWasBegunInOneSessionIsEndedInAnotherOnlyByWhoHasShownAFactorThere() {
    TestBrowser other = stolen();
    JsonNode challenge = other.post("/v1/passkeys/challenges", Map.of()).body();
    String secret = other.post("/v1/authenticator", Map.of()).text("secret");
    byCode();
    assertThat(addPasskey(ming.browser(), challenge).code()).isEqualTo("step_up_required");
    assertThat(confirm(ming.browser(), secret).code()).isEqualTo("step_up_required");
    assertThat(prove("password", Town.PASSWORD)).isEmpty();
    assertThat(addPasskey(ming.browser(), challenge).status()).isEqualTo(201);
  }

  @Test
  void whoseSessionHasJustEndedEndsNothingThatTheyHadBegun() {
    TestBrowser stolen = stolen();
    Caller thief = caller(stolen);
    lock(newest("device"));
    // As if the lock had been decided after the session was looked up.
    Proofs proofs = town.the(Proofs.class);
    assertThatThrownBy(() -> proofs.requireSince(thief, town.clock().instant()))
        .hasMessageContaining("session_expired");
  }

  @Test
  void whatIsShownWhileItIsLockedRenewsNoSession() {
    byCode();
    Caller there = caller(ming.browser());
    lock("password");
    // As if the password had been compared a moment before.
    Sessions sessions = town.the(Sessions.class);
    assertThat(sessions.renew(there, Factor.PASSWORD, Optional.empty(), false)).isEmpty();
    sessions.shown(there, Factor.PASSWORD, Optional.empty());
    unlock("password");
    assertThat(ming.browser().put("/v1/password", Map.of("password", "another-bridge-2026")).code())
        .as("nothing was shown")
        .isEqualTo("step_up_required");
    assertThat(sessions.renew(there, Factor.PASSWORD, Optional.empty(), false)).isPresent();
  }

  @Test
  void aBrowserIsLockedForItsPartyAlone() {
    TestBrowser shared = stolen();
    lock(newest("device"));
    assertThat(shared.signIn(town.shopper("陈知远", 0).phone(), Town.PASSWORD).status())
        .as("it is locked for its party alone")
        .isEqualTo(201);
  }

  @Test
  void nothingThatWaitsIsConfirmedOnALockedBrowser() {
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    Shopper there = new Shopper(ming.person(), stolen());
    String payment = there.begin(cafe.code(), 5_00).text("id");
    String confirmation = there.ask(payment).text("id");
    String held = held(there, town.shopper("陈知远", 0));
    lock(newest("device"));

    Map<String, Object> word = Map.of("confirmation_id", confirmation, "pin", Town.PIN);
    assertThat(there.confirm(payment, UUID.randomUUID(), 5_00, word).code())
        .isEqualTo("session_expired");
    for (String verb : List.of("confirm", "confirmation")) {
      assertThat(
              there
                  .browser()
                  .post("/v1/held-movements/" + held + "/" + verb, UUID.randomUUID(), word)
                  .status())
          .as(verb)
          .isEqualTo(401);
    }
    assertThat(ming.balance()).isEqualTo(900_00);
  }

  @Test
  void aCodeToThePhoneOpensNothingOnALockedBrowser() {
    lock(newest("device"));
    Answer half = ming.browser().signInByCode(ming.phone());
    assertThat(half.body().path("person").isNull()).as("it is known no more").isTrue();
    assertThat(show(ming.browser(), half, "pin", Town.PIN).code()).isEqualTo("device_locked");
    assertThat(ming.browser().get("/v1/session").status()).isEqualTo(401);
  }

  @Test
  void aBrowserStaysLockedWhenAllElseIsVoid() {
    lock(newest("device"));
    HeldFactorTables factors = town.the(HeldFactorTables.class);
    factors.revoke(party());
    assertThat(ming.browser().signIn(ming.phone(), Town.PASSWORD).code())
        .isEqualTo("device_locked");
    factors.forget(party());
    assertThat(ming.browser().signIn(ming.phone(), Town.PASSWORD).status())
        .as("erased with the person")
        .isEqualTo(201);
  }

  @Test
  void aLockedPasswordIsAWrongOneAndEndsWhatItOpened() {
    TestBrowser elsewhere = stolen();
    byCode();
    lock("password");
    assertThat(elsewhere.get("/v1/session").code()).isEqualTo("session_expired");
    assertThat(ming.browser().get("/v1/session").status()).as("opened by a code").isEqualTo(200);
    assertThat(town.browser("wallet").signIn(ming.phone(), Town.PASSWORD).code())
        .isEqualTo("credentials_wrong");
    assertThat(prove("password", Town.PASSWORD)).isEqualTo("factor_wrong");
    assertThat(told()).isEqualTo("password_locked");
    assertThat(ming.browser().get("/v1/factors").body().path("locked").toString())
        .isEqualTo("[\"password\"]");

    Map<String, String> other = Map.of("password", "another-bridge-2026");
    assertThat(ming.browser().put("/v1/password", other).code()).isEqualTo("step_up_required");
    assertThat(prove("pin", Town.PIN)).isEmpty();
    assertThat(ming.browser().put("/v1/password", other).status()).isEqualTo(204);
    assertThat(town.browser("wallet").signIn(ming.phone(), "another-bridge-2026").status())
        .isEqualTo(201);
    assertThat(ways("password").getFirst().path("locked_at").isNull()).isTrue();
  }

  @Test
  void aSignInThatWaitsForMoreDoesNotOutliveTheLockOfItsFirstFactor() {
    town.the(Authenticators.class).adopt(party(), Town.SECRET);
    TestBrowser browser = town.browser("wallet");
    Answer half = browser.signIn(ming.phone(), Town.PASSWORD);
    lock("password");
    assertThat(show(browser, half, "totp", code()).code()).isEqualTo("sign_in_expired");
  }

  @Test
  void aLockThatIsFoundAtTheVeryEndOfASignInIsInTheTrail() {
    town.the(Authenticators.class).adopt(party(), Town.SECRET);
    TestBrowser browser = town.browser("wallet");
    Answer half = browser.signIn(ming.phone(), Town.PASSWORD);
    // As if the lock had been decided while the second factor was looked at.
    town.the(JdbcClient.class)
        .sql("update identity.password set locked_at = changed_at where party = ?")
        .param(party())
        .update();
    assertThat(show(browser, half, "totp", code()).code()).isEqualTo("sign_in_expired");
    assertThat(trail()).contains("session.refused credential_locked");
  }

  @Test
  void whoSignsInWhileThePasswordIsLockedIsNotIn() {
    List<TestBrowser> browsers =
        List.of(town.browser("wallet"), town.browser("wallet"), town.browser("wallet"));
    List<Answer> answers =
        InParallel.times(
            4,
            n ->
                n == 3
                    ? operator.post(path(ming) + "/password/lock", WHY)
                    : browsers.get(n).signIn(ming.phone(), Town.PASSWORD));
    assertThat(answers.getLast().status()).isEqualTo(204);
    for (TestBrowser browser : browsers) {
      assertThat(browser.get("/v1/session").status()).isEqualTo(401);
    }
  }

  @Test
  void aLockedPinPaysNothingAndIsNotResetByThePhoneAlone() {
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    byCode();
    lock("pin");
    String payment = ming.begin(cafe.code(), 5_00).text("id");
    assertThat(ming.confirm(payment, 5_00).code()).isEqualTo("pin_blocked");
    assertThat(changePin("current_pin", Town.PIN).code()).isEqualTo("pin_blocked");
    assertThat(prove("pin", Town.PIN)).isEqualTo("factor_wrong");
    Answer half = town.browser("wallet").signInByCode(ming.phone());
    assertThat(show(town.browser("wallet"), half, "pin", Town.PIN).code())
        .isEqualTo("factor_wrong");

    // The phone reads the code; it takes the password besides.
    assertThat(resetPin().code()).isEqualTo("step_up_required");
    assertThat(prove("password", Town.PASSWORD)).isEmpty();
    assertThat(resetPin().status()).isEqualTo(200);
    assertThat(ming.confirm(payment, UUID.randomUUID(), 5_00, OTHER_PIN).status()).isEqualTo(200);
  }

  @Test
  void whoHasNothingBesidesALockedPinDoesNotResetIt() {
    byCode();
    town.the(JdbcClient.class)
        .sql("delete from identity.password where party = ?")
        .param(party())
        .update();
    lock("pin");
    assertThat(resetPin().code()).isEqualTo("credential_locked");
    unlock("pin");
    assertThat(resetPin().status()).as("as ever").isEqualTo(200);
  }

  @Test
  void aLockedPasskeyOpensAndConfirmsNothingAndNothingWeakerTakesItsPlace() {
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    var device = new SoftAuthenticator(town.origin());
    String id = passkey(device);
    String payment = ming.begin(cafe.code(), 5_00).text("id");
    JsonNode asked = ming.ask(payment).body();
    assertThat(asked.path("methods").toString()).contains("passkey");
    Map<String, Object> signed = device.sign(asked.path("passkey"));
    byCode();
    lock(id);

    assertThat(byPasskey(device).code()).isEqualTo("passkey_refused");
    Map<String, Object> word =
        Map.of("confirmation_id", asked.path("id").asString(), "passkey", signed);
    assertThat(ming.confirm(payment, UUID.randomUUID(), 5_00, word).code())
        .isEqualTo("passkey_refused");
    JsonNode again = ming.ask(payment).body();
    assertThat(again.path("methods").toString()).isEqualTo("[\"pin\"]");
    assertThat(again.path("passkey").isNull()).isTrue();
    JsonNode large = ming.ask(ming.begin(cafe.code(), 890_00).text("id")).body();
    assertThat(large.path("methods").toString()).doesNotContain("pin_and_code");

    assertThat(ming.browser().get("/v1/session/proof").body().path("methods")).isEmpty();
    assertThat(prove("password", Town.PASSWORD)).isEqualTo("factor_wrong");
    for (Answer refused :
        List.of(
            ming.browser().post("/v1/passkeys/challenges", Map.of()),
            ming.browser().delete("/v1/passkeys/" + id),
            resetPin())) {
      assertThat(refused.code()).isEqualTo("credential_locked");
    }
    assertThat(ming.browser().get("/v1/passkeys").body().at("/items/0/locked_at").asString())
        .isNotEmpty();

    unlock(id);
    assertThat(byPasskey(device).status()).isEqualTo(201);
  }

  @Test
  void anotherPasskeyTakesALockedOnesPlace() {
    var lost = new SoftAuthenticator(town.origin());
    var kept = new SoftAuthenticator(town.origin());
    String id = passkey(lost);
    passkey(kept);
    lock(id);
    TestBrowser there = town.browser("wallet");
    assertThat(byPasskey(there, kept).status()).isEqualTo(201);
    JsonNode allowed = there.post("/v1/session/proof/challenges", Map.of()).body().path("allow");
    assertThat(allowed).as("it is not offered").hasSize(1);
    assertThat(there.delete("/v1/passkeys/" + id).status()).isEqualTo(204);
    assertThat(ways("passkey")).hasSize(1);
    assertThat(byPasskey(lost).code()).isEqualTo("passkey_refused");
  }

  @Test
  void aLockedAuthenticatorIsStillAskedForAndAllItsCodesAreWrong() {
    Authenticators authenticators = town.the(Authenticators.class);
    authenticators.adopt(party(), Town.SECRET);
    String recovery =
        town.the(Authenticators.class)
            .renewRecoveryCodes(
                new Caller(
                    App.WALLET,
                    Caller.Kind.PERSON,
                    party(),
                    UUID.randomUUID(),
                    Optional.empty(),
                    Optional.empty(),
                    "192.0.2.1"))
            .getFirst();
    lock("authenticator");
    assertThat(told()).isEqualTo("authenticator_locked");
    TestBrowser browser = town.browser("wallet");
    Answer half = browser.signIn(ming.phone(), Town.PASSWORD);
    assertThat(half.body().path("person").isNull()).as("no way around it").isTrue();
    assertThat(show(browser, half, "totp", code()).code()).isEqualTo("factor_wrong");
    assertThat(show(browser, half, "recovery_code", recovery).code()).isEqualTo("factor_wrong");

    unlock("authenticator");
    assertThat(show(browser, half, "recovery_code", recovery).status()).isEqualTo(201);
  }

  @Test
  void everyContactHearsOfIt() {
    String address = "locks-" + ming.phone().replace("+", "") + "@example.com";
    String sent =
        ming.browser()
            .post("/v1/one-time-codes", Map.of("email", address, "purpose", "add_contact"))
            .text("code_id");
    String code = ming.browser().lastCode(address);
    assertThat(ming.browser().post("/v1/me/emails", Map.of("code_id", sent, "code", code)).status())
        .isEqualTo(201);
    lock("pin");
    for (String contact : List.of(ming.phone(), address)) {
      JsonNode told = ming.browser().message(contact, "security_notice");
      assertThat(told.path("what").asString()).as(contact).isEqualTo("pin_locked");
      assertThat(told.path("link").asString()).contains("#");
    }
    lock("pin");
    assertThat(trail().stream().filter(act -> act.startsWith("way_in.lock")))
        .as("locked once, however often it is asked for")
        .hasSize(1);
    JsonNode event = ming.browser().get("/v1/me/check-up").body().path("events").path(0);
    assertThat(event.path("act").asString()).isEqualTo("way_in.lock");
    assertThat(event.path("own").asBoolean()).isFalse();
    assertThat(event.path("reason").isNull()).as("what operators write is theirs").isTrue();
    assertThat(town.the(HeldFactorTables.class).held(ming.person().id()).get("locked").toString())
        .contains("what=pin");
  }

  @Test
  void onlyWhoMayLocksAndOnlyWhatIsTheirs() {
    String theirs = ways(town.shopper("陈知远", 0), "device").getFirst().path("id").asString();
    for (String way : List.of(theirs, "authenticator", "code", "dev_x", newest("device") + "x")) {
      assertThat(operator.post(path(ming) + "/" + way + "/lock", WHY).code())
          .as(way)
          .isEqualTo("not_found");
    }
    assertThat(operator.post(path(ming) + "/pin/lock", Map.of()).code()).isEqualTo("field_invalid");
    for (OperatorRole role : OperatorRole.values()) {
      TestBrowser desk = town.operator(role);
      assertThat(desk.get(path(ming)).status())
          .as(role.text())
          .isEqualTo(role.may(Permission.LOCKS_READ) ? 200 : 403);
      assertThat(desk.post(path(ming) + "/pin/lock", WHY).status())
          .as(role.text())
          .isEqualTo(role.may(Permission.LOCKS_PLACE) ? 204 : 403);
      assertThat(desk.post(path(ming) + "/pin/unlock", WHY).status())
          .as(role.text())
          .isEqualTo(role.may(Permission.LOCKS_LIFT) ? 204 : 403);
    }
  }

  @Test
  void staffAreLockedTooAndOperatorsByAdministratorsAlone() {
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    String owner = cafe.owner().get("/v1/session").body().at("/staff/id").asString();
    assertThat(operator.post(path(owner) + "/password/lock", WHY).status()).isEqualTo(204);
    assertThat(cafe.owner().get("/v1/session").status()).isEqualTo(401);
    assertThat(town.browser("merchant").signIn(cafe.login(), Town.PASSWORD).code())
        .isEqualTo("credentials_wrong");
    assertThat(operator.post(path(owner) + "/password/unlock", WHY).status()).isEqualTo(204);
    assertThat(town.browser("merchant").signIn(cafe.login(), Town.PASSWORD).status())
        .isEqualTo(201);

    TestBrowser administrator = town.operator();
    String self = administrator.get("/v1/session").body().at("/operator/id").asString();
    String risk = operator.get("/v1/session").body().at("/operator/id").asString();
    TestBrowser support = town.operator(OperatorRole.SUPPORT);
    for (String who : List.of(self, risk)) {
      assertThat(support.get(path(who)).code()).isEqualTo("not_found");
      assertThat(support.post(path(who) + "/password/lock", WHY).code()).isEqualTo("not_found");
    }
    assertThat(administrator.post(path(self) + "/authenticator/lock", WHY).code())
        .as("nobody locks what is their own")
        .isEqualTo("not_found");
    assertThat(administrator.post(path(risk) + "/authenticator/lock", WHY).status()).isEqualTo(204);
    assertThat(operator.get("/v1/session").status()).isEqualTo(401);
  }

  private TestBrowser stolen() {
    TestBrowser stolen = town.browser("wallet");
    assertThat(stolen.signIn(ming.phone(), Town.PASSWORD).status()).isEqualTo(201);
    return stolen;
  }

  /** Signs in anew by a code alone, on the browser that is known. */
  private void byCode() {
    ming.browser().delete("/v1/session");
    assertThat(ming.browser().signInByCode(ming.phone()).body().path("person").isNull()).isFalse();
  }

  private Answer addPasskey(TestBrowser browser, JsonNode challenge) {
    return browser.post(
        "/v1/passkeys", new SoftAuthenticator(town.origin()).register(challenge, "Phone"));
  }

  private Answer confirm(TestBrowser browser, String secret) {
    String code = Totp.code(SecondFactorTest.decoded(secret), town.clock().instant());
    return browser.post("/v1/authenticator/confirm", Map.of("code", code));
  }

  private Caller caller(TestBrowser browser) {
    return new Caller(
        App.WALLET,
        Caller.Kind.PERSON,
        party(),
        SessionId.parse(browser.get("/v1/session").text("id")).orElseThrow().value(),
        Optional.empty(),
        Optional.empty(),
        "192.0.2.1");
  }

  private String passkey(SoftAuthenticator device) {
    JsonNode challenge = ming.browser().post("/v1/passkeys/challenges", Map.of()).body();
    Answer added = ming.browser().post("/v1/passkeys", device.register(challenge, "Phone"));
    assertThat(added.status()).as(added.raw().body()).isEqualTo(201);
    return added.text("id");
  }

  private Answer byPasskey(SoftAuthenticator device) {
    return byPasskey(town.browser("wallet"), device);
  }

  private static Answer byPasskey(TestBrowser there, SoftAuthenticator device) {
    JsonNode challenge = there.post("/v1/passkey-challenges", Map.of()).body();
    return there.post(
        "/v1/sessions", Map.of("method", "passkey", "passkey", device.sign(challenge)));
  }

  private static Answer show(TestBrowser browser, Answer half, String method, String secret) {
    return browser.post(
        "/v1/sessions",
        Map.of(
            "method", method,
            "second_factor_token", half.body().at("/second_factor/token").asString(),
            "code", secret));
  }

  /** Why it was not taken; empty when it was. */
  private String prove(String method, String secret) {
    Answer answer =
        ming.browser().post("/v1/session/proof", Map.of("method", method, "secret", secret));
    return answer.status() == 200 ? "" : answer.code();
  }

  private Answer resetPin() {
    if (resetting.isEmpty()) {
      resetting =
          ming.browser().post("/v1/one-time-codes", Map.of("purpose", "reset_pin")).text("code_id");
    }
    return ming.browser()
        .put(
            "/v1/me/pin",
            Map.of(
                "pin", OTHER_PIN,
                "code_id", resetting,
                "code", ming.browser().lastCode(ming.phone())));
  }

  private Answer changePin(String field, String secret) {
    return ming.browser().put("/v1/me/pin", Map.of("pin", OTHER_PIN, field, secret));
  }

  /** A transfer of theirs that waits for a second word. */
  private String held(Shopper who, Shopper payee) {
    UUID id = town.the(Ids.class).next();
    Deed deed =
        new Deed(
            who.beginTransfer(payee, 5_00).text("id"),
            Money.of(5_00, Unit.of("CNY")),
            payee.person().id().text());
    Instant now = town.clock().instant();
    town.the(Reviews.class)
        .store(
            new Reviews.Review(
                id,
                party(),
                UUID.randomUUID(),
                deed,
                List.of("new_device"),
                now,
                now.plus(Duration.ofDays(3))));
    return new TypeId("hld", id).toString();
  }

  private UUID party() {
    return ming.person().id().value();
  }

  private String code() {
    return Totp.code(Town.SECRET, town.clock().instant());
  }

  private void lock(String way) {
    assertThat(operator.post(path(ming) + "/" + way + "/lock", WHY).status()).isEqualTo(204);
  }

  private void unlock(String way) {
    assertThat(operator.post(path(ming) + "/" + way + "/unlock", WHY).status()).isEqualTo(204);
  }

  private String newest(String kind) {
    return ways(kind).getFirst().path("id").asString();
  }

  private List<JsonNode> ways(String kind) {
    return ways(ming, kind);
  }

  private List<JsonNode> ways(Shopper of, String kind) {
    return operator
        .get(path(of))
        .body()
        .path("items")
        .valueStream()
        .filter(way -> way.path("kind").asString().equals(kind))
        .toList();
  }

  private static String path(Shopper of) {
    return path(of.person().id().text());
  }

  private static String path(String party) {
    return "/v1/operations/locks/" + party + "/ways-in";
  }

  private String told() {
    return ming.browser().message(ming.phone(), "security_notice").path("what").asString();
  }

  private List<String> trail() {
    return town.the(AuditTrail.class).about(party(), ming.person().id().text(), 40).stream()
        .map(entry -> entry.act() + " " + entry.reason().orElse(""))
        .toList();
  }
}
