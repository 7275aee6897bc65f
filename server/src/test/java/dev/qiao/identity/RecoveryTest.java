package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.InParallel;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every way back into a wallet, and that a thief with the phone number cannot finish any. */
class RecoveryTest extends TownTest {
  private static final Map<String, Object> APPROVAL =
      Map.of(
          "decision",
          "approve",
          "checks",
          List.of("identity_document", "live_picture"),
          "reference",
          "CASE-1");
  private static final Pattern LINK = Pattern.compile("/recovery/cancel#(rec_\\S+)");

  private Shopper ming;
  private String email;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 5_000_00);
    email = "Ming." + UUID.randomUUID() + "@Example.COM";
    assertThat(addEmail(ming.browser(), email).status()).isEqualTo(201);
  }

  // A number that went to somebody else.

  @Test
  void whoeverGetsANumberOpensAWalletOfTheirOwnAndSeesNothingOfTheOther() {
    String phone = ming.phone();
    TestBrowser stranger = town.browser("wallet");
    Answer shown = stranger.signInByCode(phone);
    assertThat(shown.raw().body()).doesNotContain("小满", ming.person().id().text());
    Answer opened =
        stranger.post(
            "/v1/people", Map.of("sign_up_token", shown.text("sign_up_token"), "name", "Newcomer"));
    assertThat(opened.status()).as(opened.raw().body()).isEqualTo(201);
    assertThat(opened.body().at("/person/id").asString()).isNotEqualTo(ming.person().id().text());
    assertThat(stranger.get("/v1/wallet").body().at("/balances/0/posted/amount").asLong()).isZero();

    JsonNode kept = ming.browser().get("/v1/session").body().path("person");
    assertThat(kept.path("phone_lost").asBoolean()).isTrue();
    assertThat(kept.path("phone_masked").asString()).isEmpty();
    assertThat(ming.balance()).isEqualTo(5_000_00);
    tell();
    assertThat(messages(email)).anyMatch(change("phone_lost"));
    assertThat(messages(phone)).as("it would tell the new owner").noneMatch(change("phone_lost"));
  }

  @Test
  void whoLostTheNumberComesInByWhatElseTheyHave() {
    String phone = ming.phone();
    town.browser("wallet").signUp(phone, "Newcomer");
    ming.browser().delete("/v1/session");

    Answer onOwnDevice = ming.browser().signIn(phone, Town.PASSWORD);
    assertThat(onOwnDevice.body().at("/person/id").asString()).isEqualTo(ming.person().id().text());
    ming.browser().delete("/v1/session");
    TestBrowser elsewhere = town.browser("wallet");
    assertThat(elsewhere.signIn(phone, Town.PASSWORD).code())
        .as("elsewhere the number is the new owner's")
        .isEqualTo("credentials_wrong");
    Answer byEmail = elsewhere.signIn(email.toLowerCase(java.util.Locale.ROOT), Town.PASSWORD);
    assertThat(byEmail.body().at("/person/id").asString()).isEqualTo(ming.person().id().text());
  }

  @Test
  void whoLostTheNumberCanHaveAnotherAndItsNewOwnerIsFoundAfterAWeek() {
    String phone = ming.phone();
    TestBrowser stranger = town.browser("wallet");
    stranger.signUp(phone, "Newcomer");
    Shopper payer = town.shopper("陈知远", 0);
    assertThat(payer.browser().post("/v1/payees", Map.of("phone", phone)).code())
        .as("payers may still mean the one from before")
        .isEqualTo("payee_unknown");
    town.the(JdbcClient.class)
        .sql("update identity.person set phone_taken_at = phone_taken_at - interval '8 days'")
        .update();
    assertThat(payer.browser().post("/v1/payees", Map.of("phone", phone)).status()).isEqualTo(200);

    String fresh = SameAnswersTest.number("155");
    assertThat(changePhone(ming.browser(), fresh, email).text("state")).isEqualTo("changed");
    assertThat(ming.browser().get("/v1/session").body().at("/person/phone_lost").asBoolean())
        .isFalse();
    assertThat(town.browser("wallet").signIn(fresh, Town.PASSWORD).status()).isEqualTo(201);
    assertThat(stranger.get("/v1/session").status()).as("two people, two numbers").isEqualTo(200);
  }

  @Test
  void ofTwoWhoOpenAWalletByOneShownNumberOneDoes() {
    TestBrowser browser = town.browser("wallet");
    String token = browser.signInByCode(SameAnswersTest.number("153")).text("sign_up_token");
    List<Answer> answers =
        InParallel.times(
            6,
            n ->
                town.browser("wallet")
                    .post("/v1/people", Map.of("sign_up_token", token, "name", "N" + n)));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(a -> a.code().equals("sign_up_token_invalid")).hasSize(5);
  }

  // Emails.

  @Test
  void anEmailSignsUpAndIn() {
    String address = "new." + UUID.randomUUID() + "@example.org";
    TestBrowser browser = town.browser("wallet");
    Answer shown = byCode(browser, address);
    Answer opened =
        browser.post(
            "/v1/people", Map.of("sign_up_token", shown.text("sign_up_token"), "name", "Ada"));
    assertThat(opened.body().at("/person/phone_masked").asString()).isEmpty();
    browser.delete("/v1/session");
    assertThat(
            byCode(browser, address.toUpperCase(java.util.Locale.ROOT))
                .body()
                .at("/person/name")
                .asString())
        .isEqualTo("Ada");
    assertThat(byCode(town.browser("wallet"), address).body().at("/person").isNull())
        .as("on a new device")
        .isTrue();
    assertThat(opened.raw().body() + shown.raw().body()).doesNotContain(address);
  }

  @Test
  void emailsAreFewAndTheLastContactStays() {
    Answer contacts = ming.browser().get("/v1/me/contacts");
    String id = contacts.body().at("/emails/0/id").asString();
    assertThat(contacts.body().at("/emails/0/masked").asString()).startsWith("M***@example.com");
    for (int i = 0; i < 2; i++) {
      assertThat(addEmail(ming.browser(), UUID.randomUUID() + "@example.org").status())
          .isEqualTo(201);
    }
    assertThat(addEmail(ming.browser(), UUID.randomUUID() + "@example.org").code())
        .isEqualTo("emails_too_many");
    assertThat(ming.browser().delete("/v1/me/emails/" + id).status()).isEqualTo(204);
    assertThat(messages(email)).anyMatch(told("email_removed"));
    assertThat(ming.browser().delete("/v1/me/emails/" + id).code()).isEqualTo("not_found");

    TestBrowser alone = town.browser("wallet");
    String only = UUID.randomUUID() + "@example.org";
    alone.post(
        "/v1/people",
        Map.of("sign_up_token", byCode(alone, only).text("sign_up_token"), "name", "Ada"));
    String last = alone.get("/v1/me/contacts").body().at("/emails/0/id").asString();
    assertThat(alone.delete("/v1/me/emails/" + last).code()).isEqualTo("last_factor");
  }

  // Another phone.

  @Test
  void anotherPhoneTakesACodeToTheOldContactAndOneToTheNew() {
    TestBrowser other = town.browser("wallet");
    other.signIn(ming.phone(), Town.PASSWORD);
    String fresh = SameAnswersTest.number("156");
    assertThat(changePhone(ming.browser(), fresh, ming.phone()).text("state")).isEqualTo("changed");

    assertThat(other.get("/v1/session").code()).as("other sessions").isEqualTo("session_expired");
    assertThat(messages(email)).anyMatch(told("phone_changed"));
    assertThat(messages(ming.phone())).anyMatch(told("phone_changed"));
    assertThat(messages(fresh)).anyMatch(told("phone_changed"));
    assertThat(town.browser("wallet").signIn(ming.phone(), Town.PASSWORD).code())
        .isEqualTo("credentials_wrong");
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    assertThat(ming.ask(ming.begin(cafe.code(), 1_500_00).text("id")).code())
        .as("cooling off")
        .isEqualTo("new_device_limit");
    TestBrowser again = ming.browser();
    again.delete("/v1/session");
    again.signIn(fresh, Town.PASSWORD);
    assertThat(ming.ask(ming.begin(cafe.code(), 1_500_00).text("id")).code())
        .as("also in a session that began later")
        .isEqualTo("new_device_limit");
  }

  @Test
  void withoutTheOldContactItWaitsAndAnyoneToldCanStopIt() {
    String fresh = SameAnswersTest.number("157");
    Answer waiting = changePhone(ming.browser(), fresh, null);
    assertThat(waiting.text("state")).isEqualTo("waiting");
    assertThat(messages(ming.phone())).anyMatch(change("phone_waiting"));
    assertThat(ming.browser().get("/v1/me/contacts").body().at("/open/0/kind").asString())
        .isEqualTo("change_phone");
    forgetCodes();
    assertThat(changePhone(ming.browser(), fresh, null).text("due_at").substring(0, 19))
        .as("asking again starts nothing anew")
        .isEqualTo(waiting.text("due_at").substring(0, 19));

    String link = link(email);
    assertThat(cancel(link).status()).isEqualTo(204);
    assertThat(cancel(link).code()).as("again").isEqualTo("recovery_unknown");
    let(Duration.ofDays(4));
    forgetCodes();
    assertThat(changePhone(ming.browser(), fresh, null).text("state")).isEqualTo("waiting");
  }

  @Test
  void afterTheWaitTheNewNumberIsShownAgain() {
    String fresh = SameAnswersTest.number("158");
    assertThat(changePhone(ming.browser(), fresh, null).text("state")).isEqualTo("waiting");
    let(Duration.ofHours(73));
    forgetCodes();
    String another = SameAnswersTest.number("159");
    assertThat(changePhone(ming.browser(), another, null).text("state"))
        .as("another number waits anew")
        .isEqualTo("waiting");
    let(Duration.ofHours(73));
    forgetCodes();
    assertThat(changePhone(ming.browser(), another, null).text("state")).isEqualTo("changed");
    assertThat(state("change_phone")).containsExactlyInAnyOrder("cancelled", "completed");
  }

  @Test
  void aThiefWithAnUnlockedPhoneAndItsCodesChangesNothing() {
    TestBrowser stolen = ming.browser();
    stolen.delete("/v1/session");
    forgetCodes();
    assertThat(stolen.signInByCode(ming.phone()).body().at("/person").isNull()).isFalse();

    Answer phone = changePhone(stolen, SameAnswersTest.number("150"), ming.phone());
    assertThat(phone.code()).isEqualTo("step_up_required");
    assertThat(addEmail(stolen, UUID.randomUUID() + "@thief.example").code())
        .isEqualTo("step_up_required");
    assertThat(stolen.put("/v1/password", Map.of("password", "my-own-long-password")).code())
        .isEqualTo("step_up_required");
    assertThat(stolen.post("/v1/passkeys/challenges", Map.of()).code())
        .isEqualTo("step_up_required");
    Answer sent = stolen.post("/v1/one-time-codes", Map.of("purpose", "reset_pin"));
    Answer pin =
        stolen.put(
            "/v1/me/pin",
            Map.of(
                "pin",
                "830174",
                "code_id",
                sent.text("code_id"),
                "code",
                stolen.lastCode(ming.phone())));
    assertThat(pin.code()).isEqualTo("step_up_required");
    assertThat(pin.body().at("/parameters/methods").asString()).isEqualTo("password");
  }

  // A thief with the number.

  @Test
  void aThiefWithTheNumberAloneGetsNowhere() {
    TestBrowser thief = town.browser("wallet");
    Answer half = thief.signInByCode(ming.phone());
    for (String guess : List.of("111222", "739152", "520131", "864209", "975310")) {
      assertThat(show(thief, half, "pin", guess).code()).isEqualTo("factor_wrong");
    }
    assertThat(show(thief, half, "pin", Town.PIN).code()).isEqualTo("sign_in_expired");
    Answer application =
        thief.post("/v1/recoveries", Map.of("wallet", ming.phone(), "name", "林小满"));
    let(Duration.ofDays(8));
    assertThat(complete(thief, application.text("token"), ming.phone()).code())
        .isEqualTo("recovery_not_ready");
    tell();
    assertThat(messages(email)).anyMatch(change("recovery_waiting"));
    assertThat(ming.balance()).isEqualTo(5_000_00);
  }

  @Test
  void aThiefWithTheNumberAndAnOldPasswordGetsNowhere() {
    String old = Town.PASSWORD;
    Answer changed =
        ming.browser()
            .put(
                "/v1/password", Map.of("password", "another-bridge-2026", "current_password", old));
    assertThat(changed.status()).as(changed.raw().body()).isEqualTo(204);
    TestBrowser thief = town.browser("wallet");
    assertThat(thief.signIn(ming.phone(), old).code()).isEqualTo("credentials_wrong");
    assertThat(show(thief, thief.signInByCode(ming.phone()), "password", old).code())
        .isEqualTo("factor_wrong");
    assertThat(thief.get("/v1/wallet").code()).isEqualTo("session_required");
  }

  @Test
  void manyGuessesAtOnceAreCountedOneByOne() throws Exception {
    TestBrowser thief = town.browser("wallet");
    Answer half = thief.signInByCode(ming.phone());
    List<Answer> answers =
        InParallel.times(20, n -> show(town.browser("wallet"), half, "pin", "86420" + n % 10));
    assertThat(answers).filteredOn(answer -> answer.code().equals("factor_wrong")).hasSize(5);
    assertThat(answers).filteredOn(a -> a.code().equals("sign_in_expired")).hasSize(15);
  }

  // Forgotten passwords and PINs.

  @Test
  void aPasswordIsChangedWithTheOldOneOrAfterAnotherFactor() {
    TestBrowser own = ming.browser();
    assertThat(
            own.put(
                    "/v1/password",
                    Map.of(
                        "password", "another-bridge-2026", "current_password", "not-the-old-one"))
                .code())
        .isEqualTo("factor_wrong");
    assertThat(own.put("/v1/password", Map.of("password", "another-bridge-2026")).code())
        .as("signed in by the password that is said to be forgotten")
        .isEqualTo("step_up_required");
    assertThat(own.post("/v1/session/proof", Map.of("method", "pin", "secret", Town.PIN)).status())
        .isEqualTo(200);
    assertThat(own.put("/v1/password", Map.of("password", "another-bridge-2026")).status())
        .isEqualTo(204);
    assertThat(messages(email)).anyMatch(told("password_changed"));
    assertThat(town.browser("wallet").signIn(ming.phone(), "another-bridge-2026").status())
        .isEqualTo(201);
  }

  @Test
  void aForgottenPinTakesACodeAndThePassword() {
    Answer sent =
        ming.browser().post("/v1/one-time-codes", Map.of("purpose", "reset_pin", "to", "email"));
    assertThat(sent.text("sent_to")).startsWith("M***@");
    Answer reset =
        ming.browser()
            .put(
                "/v1/me/pin",
                Map.of(
                    "pin",
                    "830174",
                    "code_id",
                    sent.text("code_id"),
                    "code",
                    ming.browser().lastCode(exact(email))));
    assertThat(reset.status()).as(reset.raw().body()).isEqualTo(200);
    assertThat(messages(ming.phone())).anyMatch(told("pin_reset"));
  }

  // Everything lost.

  @Test
  void whoLostEverythingWaitsIsLookedAtAndComesBack() {
    TestBrowser other = town.browser("wallet");
    other.signIn(ming.phone(), Town.PASSWORD);
    TestBrowser fresh = town.browser("wallet");
    String token =
        fresh.post("/v1/recoveries", Map.of("wallet", ming.phone(), "name", "林小满")).text("token");
    tell();
    assertThat(messages(ming.phone())).anyMatch(change("recovery_waiting"));
    assertThat(messages(email)).anyMatch(change("recovery_waiting"));
    assertThat(other.get("/v1/me/contacts").body().at("/open/0/kind").asString())
        .isEqualTo("lost_everything");

    TestBrowser desk = town.operator(OperatorRole.SUPPORT);
    JsonNode one = caseOf(desk);
    assertThat(one.path("name").asString()).isEqualTo("same");
    assertThat(one.path("contact").asString()).isEqualTo("none");
    assertThat(one.toString()).doesNotContain("林小满", ming.phone().substring(3));
    assertThat(
            decide(
                    desk,
                    one,
                    Map.of(
                        "decision",
                        "approve",
                        "checks",
                        List.of("in_person"),
                        "reference",
                        "CASE-1"))
                .code())
        .as("one thing seen is not enough")
        .isEqualTo("field_invalid");
    for (String odd :
        List.of("[null,\"in_person\"]", "[\"in_person\",\"in_person\"]", "[\"x\",\"y\"]")) {
      assertThat(
              desk.send(
                      desk.write(
                              "/v1/operations/recoveries/"
                                  + one.path("id").asString()
                                  + "/decision")
                          .POST(
                              java.net.http.HttpRequest.BodyPublishers.ofString(
                                  "{\"decision\":\"approve\",\"reference\":\"CASE-1\",\"checks\":"
                                      + odd
                                      + "}")))
                  .code())
          .as(odd)
          .isEqualTo("field_invalid");
    }
    assertThat(decide(desk, one, APPROVAL).status()).isEqualTo(204);
    assertThat(decide(desk, one, APPROVAL).code()).as("once").isEqualTo("not_found");
    assertThat(messages(email)).anyMatch(change("recovery_approved"));
    String newPhone = SameAnswersTest.number("151");
    assertThat(complete(fresh, token, newPhone).code())
        .as("approved, but the week is not over")
        .isEqualTo("recovery_not_ready");

    let(Duration.ofDays(8));
    assertThat(
            fresh
                .post("/v1/recoveries/state", Map.of("token", token))
                .body()
                .path("ready")
                .asBoolean())
        .isTrue();
    Answer back = complete(fresh, token, newPhone);
    assertThat(back.status()).as(back.raw().body()).isEqualTo(201);
    assertThat(back.body().at("/person/id").asString()).isEqualTo(ming.person().id().text());
    assertThat(back.body().at("/person/has_pin").asBoolean()).isFalse();
    assertThat(back.body().at("/person/has_password").asBoolean()).isFalse();
    assertThat(fresh.get("/v1/wallet").body().at("/balances/0/posted/amount").asLong())
        .isEqualTo(5_000_00);
    assertThat(other.get("/v1/session").code()).isEqualTo("session_expired");
    assertThat(town.browser("wallet").signIn(ming.phone(), Town.PASSWORD).code())
        .isEqualTo("credentials_wrong");
    assertThat(town.browser("wallet").signIn(email, Town.PASSWORD).code())
        .isEqualTo("credentials_wrong");
    assertThat(messages(email)).anyMatch(told("recovered"));
    assertThat(complete(fresh, token, SameAnswersTest.number("152")).code())
        .as("once")
        .isEqualTo("recovery_not_ready");
    assertThat(fresh.put("/v1/me/pin", Map.of("pin", Town.PIN)).status()).isEqualTo(200);
    Shop cafe = town.shop("山岚咖啡", "Mist Coffee");
    Shopper again = new Shopper(ming.person(), fresh);
    assertThat(again.ask(again.begin(cafe.code(), 1_500_00).text("id")).code())
        .isEqualTo("new_device_limit");
  }

  @Test
  void oneTapOnASignedInDeviceStopsIt() {
    String token = applyAndApprove();
    assertThat(ming.browser().post("/v1/me/recoveries/cancel", Map.of()).status()).isEqualTo(204);
    let(Duration.ofDays(8));
    assertThat(complete(town.browser("wallet"), token, SameAnswersTest.number("151")).code())
        .isEqualTo("recovery_not_ready");
    assertThat(
            town.browser("wallet")
                .post("/v1/recoveries/state", Map.of("token", token))
                .text("state"))
        .isEqualTo("cancelled");
    assertThat(messages(email)).anyMatch(change("recovery_cancelled"));
  }

  @Test
  void aLinkStopsItOnceAndAnAlteredOneNothing() {
    applyAndApprove();
    String link = link(email);
    assertThat(cancel(link.substring(0, link.length() - 2) + "xx").code())
        .isEqualTo("recovery_unknown");
    assertThat(
            cancel(new RecoveryId(UUID.randomUUID()).text() + link.substring(link.indexOf('.')))
                .code())
        .isEqualTo("recovery_unknown");
    assertThat(cancel(link).status()).isEqualTo(204);
    assertThat(cancel(link).code()).as("a replay").isEqualTo("recovery_unknown");
    String later =
        town.browser("wallet")
            .post("/v1/recoveries", Map.of("wallet", ming.phone(), "name", "林小满"))
            .text("token");
    assertThat(cancel(link).code()).as("on another").isEqualTo("recovery_unknown");
    assertThat(
            town.browser("wallet")
                .post("/v1/recoveries/state", Map.of("token", later))
                .text("state"))
        .isEqualTo("waiting");
  }

  @Test
  void whatIsRefusedOrExpiredOpensNothing() {
    TestBrowser browser = town.browser("wallet");
    String refused =
        browser
            .post("/v1/recoveries", Map.of("wallet", ming.phone(), "name", "Somebody"))
            .text("token");
    TestBrowser desk = town.operator(OperatorRole.RISK);
    assertThat(caseOf(desk).path("name").asString()).isEqualTo("other");
    assertThat(
            decide(desk, caseOf(desk), Map.of("decision", "refuse", "reference", "CASE-2"))
                .status())
        .isEqualTo(204);
    let(Duration.ofDays(8));
    assertThat(complete(browser, refused, SameAnswersTest.number("151")).code())
        .isEqualTo("recovery_not_ready");

    String expired = applyAndApprove();
    let(Recoveries.LIFE.plusHours(1));
    assertThat(browser.post("/v1/recoveries/state", Map.of("token", expired)).text("state"))
        .as("before anybody has written it down")
        .isEqualTo("expired");
    assertThat(complete(browser, expired, SameAnswersTest.number("151")).code())
        .isEqualTo("recovery_not_ready");
    town.the(Telling.class).expire();
    assertThat(state("lost_everything")).containsExactlyInAnyOrder("refused", "expired");
  }

  @Test
  void whatHasEndedStaysSoWhoeverAsks() {
    applyAndApprove();
    ming.browser().post("/v1/me/recoveries/cancel", Map.of());
    assertThatThrownBy(
            () ->
                town.the(JdbcClient.class)
                    .sql(
                        "update identity.recovery set state = 'approved', ended_at = null where person = ? and state = 'cancelled'")
                    .params(ming.person().id().value())
                    .update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void ofManyCompletionsAtOnceOneComesIn() throws Exception {
    String token = applyAndApprove();
    let(Duration.ofDays(8));
    List<String> phones =
        List.of("161", "162", "165", "166").stream().map(SameAnswersTest::number).toList();
    List<Map<String, String>> codes = phones.stream().map(this::recoverCode).toList();
    List<Answer> answers =
        InParallel.times(
            4,
            n -> {
              Map<String, String> body = new HashMap<>(codes.get(n));
              body.put("token", token);
              return town.browser("wallet").post("/v1/recoveries/complete", body);
            });
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(a -> a.code().equals("recovery_not_ready")).hasSize(3);
  }

  @Test
  void anApplicationForNobodysWalletIsSeenByNoOperator() {
    String nobody = SameAnswersTest.number("178");
    Answer applied =
        town.browser("wallet").post("/v1/recoveries", Map.of("wallet", nobody, "name", "林小满"));
    assertThat(applied.status()).isEqualTo(201);
    tell();
    JsonNode items =
        town.operator(OperatorRole.SUPPORT).get("/v1/operations/recoveries").body().path("items");
    assertThat(items.valueStream().map(item -> item.path("person_id").asString()))
        .doesNotContain(new PersonId(SecondFactors.NOBODY).text());
  }

  // Limits of a device.

  @Test
  void aDeviceIsHeldBackWhoeverItTries() {
    TestBrowser device = ming.browser();
    int refused = 0;
    for (int i = 0; i < 35; i++) {
      refused +=
          device.signIn(SameAnswersTest.number("176"), "not-this-password").status() == 429 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(5);
    assertThat(town.browser("wallet").signIn(SameAnswersTest.number("176"), "x").status())
        .as("another device at the same address")
        .isEqualTo(401);
  }

  // ——

  private String applyAndApprove() {
    String token =
        town.browser("wallet")
            .post("/v1/recoveries", Map.of("wallet", ming.phone(), "name", "林小满"))
            .text("token");
    tell();
    TestBrowser desk = town.operator();
    assertThat(decide(desk, caseOf(desk), APPROVAL).status()).isEqualTo(204);
    return token;
  }

  private JsonNode caseOf(TestBrowser desk) {
    return desk.get("/v1/operations/recoveries")
        .body()
        .path("items")
        .valueStream()
        .filter(item -> item.path("person_id").asString().equals(ming.person().id().text()))
        .filter(item -> item.path("state").asString().equals("waiting"))
        .findFirst()
        .orElseThrow();
  }

  private static Answer decide(TestBrowser desk, JsonNode one, Map<String, Object> decision) {
    return desk.post(
        "/v1/operations/recoveries/" + one.path("id").asString() + "/decision", decision);
  }

  private Answer complete(TestBrowser browser, String token, String contact) {
    Map<String, String> body = new HashMap<>(recoverCode(contact));
    body.put("token", token);
    return browser.post("/v1/recoveries/complete", body);
  }

  private Map<String, String> recoverCode(String phone) {
    TestBrowser browser = town.browser("wallet");
    String id =
        browser
            .post("/v1/one-time-codes", Map.of("phone", phone, "purpose", "recover"))
            .text("code_id");
    return Map.of("code_id", id, "code", browser.lastCode(phone));
  }

  private static Answer changePhone(
      TestBrowser browser, String fresh, @org.jspecify.annotations.Nullable String present) {
    Map<String, String> body = new HashMap<>();
    if (present != null) {
      Map<String, String> wish = new HashMap<>(Map.of("purpose", "change_phone"));
      if (present.contains("@")) {
        wish.put("to", "email");
      }
      body.put("present_code_id", browser.post("/v1/one-time-codes", wish).text("code_id"));
      body.put("present_code", browser.lastCode(exact(present)));
    }
    body.put(
        "code_id",
        browser
            .post("/v1/one-time-codes", Map.of("phone", fresh, "purpose", "add_contact"))
            .text("code_id"));
    body.put("code", browser.lastCode(fresh));
    return browser.post("/v1/me/phone", body);
  }

  private static Answer addEmail(TestBrowser browser, String address) {
    String id =
        browser
            .post("/v1/one-time-codes", Map.of("email", address, "purpose", "add_contact"))
            .text("code_id");
    return browser.post(
        "/v1/me/emails", Map.of("code_id", id, "code", browser.lastCode(exact(address))));
  }

  private Answer byCode(TestBrowser browser, String address) {
    forgetCodes();
    String id =
        browser
            .post("/v1/one-time-codes", Map.of("email", address, "purpose", "sign_in"))
            .text("code_id");
    return browser.post(
        "/v1/sessions",
        Map.of("method", "code", "code_id", id, "code", browser.lastCode(exact(address))));
  }

  /** As it is kept: the name as typed, the domain in small letters. */
  private static String exact(String address) {
    return Contact.parse(address).map(Contact::address).orElse(address);
  }

  private static Answer show(TestBrowser browser, Answer half, String method, String secret) {
    return browser.post(
        "/v1/sessions",
        Map.of(
            "method", method,
            "second_factor_token", half.body().at("/second_factor/token").asString(),
            "code", secret));
  }

  private Answer cancel(String token) {
    return town.browser("wallet").post("/v1/recoveries/cancel", Map.of("token", token));
  }

  private String link(String contact) {
    return messages(contact).stream()
        .map(message -> message.at("/parameters/link").asString(""))
        .map(LINK::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> messages(String contact) {
    TestBrowser browser = town.browser("wallet");
    return browser
        .send(browser.request("/v1/sandbox/messages").header("Qiao-Phone", exact(contact)).GET())
        .body()
        .path("items")
        .valueStream()
        .toList();
  }

  private static java.util.function.Predicate<JsonNode> change(String change) {
    return message -> message.at("/parameters/change").asString("").equals(change);
  }

  private static java.util.function.Predicate<JsonNode> told(String what) {
    return message -> message.at("/parameters/what").asString("").equals(what);
  }

  private List<String> state(String kind) {
    return town.the(JdbcClient.class)
        .sql("select state from identity.recovery where person = ? and kind = ?")
        .params(ming.person().id().value(), kind)
        .query(String.class)
        .list();
  }

  private void forgetCodes() {
    town.the(JdbcClient.class).sql("delete from identity.one_time_code").update();
  }

  private void tell() {
    town.the(Telling.class).tell();
  }

  /** Moves what waits back in time: ids made ahead of time would pull all later ones there. */
  private void let(Duration passed) {
    town.the(JdbcClient.class)
        .sql(
            """
            update identity.recovery
            set applied_at = applied_at - :by::interval, due_at = due_at - :by::interval,
                expires_at = expires_at - :by::interval
            where ended_at is null
            """)
        .param("by", passed.toSeconds() + " seconds")
        .update();
  }
}
