package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.InParallel;
import dev.qiao.ServerTest;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.api.PlatformClock;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class SignInTest {
  private static final String PASSWORD = "bridge-over-water";

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private StaffMembers staff;
  @Autowired private Operators operators;
  @Autowired private FirstAdministrator firstAdministrator;
  @Autowired private PlatformClock clock;
  @Autowired private JdbcClient db;

  private static int numbers;
  private TestBrowser wallet;
  private String phone;

  @BeforeEach
  void openBrowser() {
    wallet = new TestBrowser(port, "wallet");
    phone = String.format("138%08d", ++numbers * 7919);
  }

  @AfterEach
  void letTimeRun() {
    clock.run();
    db.sql("delete from identity.attempt").update();
  }

  @Test
  void signsUpWithACodeThenKnowsThePerson() {
    Answer proven = wallet.signInByCode(phone);
    assertThat(proven.status()).isEqualTo(201);
    assertThat(proven.body().path("person").isNull()).isTrue();
    assertThat(proven.header("Set-Cookie")).isEmpty();

    Answer signedUp =
        wallet.post(
            "/v1/people", Map.of("sign_up_token", proven.text("sign_up_token"), "name", "林小满"));
    assertThat(signedUp.status()).isEqualTo(201);
    assertThat(signedUp.header("Set-Cookie").orElseThrow())
        .startsWith("qiao_wallet=")
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Secure");
    JsonNode person = signedUp.body().path("person");
    assertThat(person.path("name").asString()).isEqualTo("林小满");
    assertThat(person.path("phone_masked").asString()).isEqualTo("138****" + phone.substring(7));
    assertThat(person.path("has_pin").asBoolean()).isFalse();
    assertThat(signedUp.raw().body()).doesNotContain(phone);

    Answer again = wallet.get("/v1/session");
    assertThat(again.body()).isEqualTo(signedUp.body());
  }

  @Test
  void signUpTokenWorksOnce() {
    String token = wallet.signInByCode(phone).text("sign_up_token");
    assertThat(wallet.post("/v1/people", Map.of("sign_up_token", token, "name", " ")).code())
        .isEqualTo("name_invalid");
    assertThat(
            wallet
                .post(
                    "/v1/people",
                    Map.of("sign_up_token", token, "name", "a", "password", "password password"))
                .code())
        .isEqualTo("password_too_common");
    assertThat(wallet.post("/v1/people", Map.of("sign_up_token", token, "name", "Ada")).status())
        .isEqualTo(201);
    assertThat(wallet.post("/v1/people", Map.of("sign_up_token", token, "name", "Eve")).code())
        .isEqualTo("sign_up_token_invalid");
  }

  @Test
  void signsInByPasswordHoweverThePhoneIsWritten() {
    register(phone);

    assertThat(wallet.signIn("+86 " + phone, PASSWORD).status()).isEqualTo(201);
    assertThat(wallet.get("/v1/session").body().path("person").path("has_password").asBoolean())
        .isTrue();
  }

  @Test
  void aPasswordIsComparedWholeAndInItsCase() {
    String long64 = "Seven grey herons waded along the quiet mill stream by lantern.".repeat(2);
    String own = long64.substring(0, 100) + "Zz";
    register(phone);
    assertThat(wallet.signIn(phone, PASSWORD).status()).isEqualTo(201);
    assertThat(wallet.put("/v1/password", Map.of("password", own)).status()).isEqualTo(204);
    for (String other :
        List.of(
            own.substring(0, 101),
            own.substring(0, 72),
            own + " ",
            " " + own,
            own.toLowerCase(java.util.Locale.ROOT),
            own.replace(" ", ""))) {
      assertThat(new TestBrowser(port, "wallet").signIn(phone, other).code())
          .isEqualTo("credentials_wrong");
      db.sql("delete from identity.attempt").update();
    }
    assertThat(new TestBrowser(port, "wallet").signIn(phone, own).status()).isEqualTo(201);
  }

  @Test
  void answersTheSameForKnownAndUnknownPhones() {
    register(phone);
    String stranger = "19900000001";
    var known = new TestBrowser(port, "wallet");
    var unknown = new TestBrowser(port, "wallet");

    for (int i = 0; i < 6; i++) {
      Answer one = known.signIn(phone, "wrong-password-" + i);
      Answer other = unknown.signIn(stranger, "wrong-password-" + i);
      assertThat(one.status()).isEqualTo(other.status()).isEqualTo(i < 5 ? 401 : 429);
      assertThat(shape(one)).isEqualTo(shape(other));
      assertThat(one.body().path("parameters").path("attempts_left"))
          .isEqualTo(other.body().path("parameters").path("attempts_left"));
    }
    Answer one = known.post("/v1/one-time-codes", Map.of("phone", phone, "purpose", "sign_in"));
    Answer other =
        unknown.post("/v1/one-time-codes", Map.of("phone", stranger, "purpose", "sign_in"));
    assertThat(one.status()).isEqualTo(other.status()).isEqualTo(202);
    assertThat(shape(one)).isEqualTo(shape(other));
    Answer codeOfOne = guess(known, one.text("code_id"), "000000");
    Answer codeOfOther = guess(unknown, other.text("code_id"), "000000");
    assertThat(shape(codeOfOne)).isEqualTo(shape(codeOfOther));
    assertThat(codeOfOne.code()).isEqualTo("code_wrong");
  }

  @Test
  void stopsGuessingAPasswordAfterFiveTries() {
    register(phone);
    for (int left = 4; left >= 0; left--) {
      Answer wrong = wallet.signIn(phone, "wrong-password");
      assertThat(wrong.code()).isEqualTo("credentials_wrong");
      assertThat(wrong.body().path("parameters").path("attempts_left").asInt()).isEqualTo(left);
    }
    Answer stopped = wallet.signIn(phone, PASSWORD);
    assertThat(stopped.code()).isEqualTo("too_many_attempts");
    assertThat(stopped.header("Retry-After")).isPresent();

    clock.stand(clock.instant().plus(Duration.ofMinutes(16)));
    assertThat(wallet.signIn(phone, PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void aRightPasswordStartsTheCountAgain() {
    register(phone);
    for (int round = 0; round < 2; round++) {
      for (int left = 4; left > 0; left--) {
        assertThat(wallet.signIn(phone, "wrong-password").code()).isEqualTo("credentials_wrong");
      }
      assertThat(wallet.signIn(phone, PASSWORD).status()).isEqualTo(201);
    }
  }

  @Test
  void neverLooksAtMoreThanFiveGuessesOfACodeHoweverManyComeAtOnce() throws Exception {
    String id =
        wallet
            .post("/v1/one-time-codes", Map.of("phone", phone, "purpose", "sign_up"))
            .text("code_id");
    String right = wallet.lastCode(phone);
    String wrong = right.equals("111111") ? "222222" : "111111";

    List<Answer> answers =
        InParallel.times(20, n -> guess(new TestBrowser(port, "wallet"), id, wrong));

    assertThat(answers).filteredOn(answer -> answer.code().equals("code_wrong")).hasSize(5);
    assertThat(answers).filteredOn(answer -> answer.code().equals("code_expired")).hasSize(15);
    assertThat(guess(wallet, id, right).code()).isEqualTo("code_expired");
  }

  @Test
  void aCodeOpensOneSessionHoweverOftenItIsSent() throws Exception {
    register(phone);
    String id =
        wallet
            .post("/v1/one-time-codes", Map.of("phone", phone, "purpose", "sign_in"))
            .text("code_id");
    String right = wallet.lastCode(phone);

    List<Answer> answers =
        InParallel.times(4, n -> guess(new TestBrowser(port, "wallet"), id, right));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
  }

  @Test
  void aCodeLivesForFiveMinutesAndIsSentOnceAMinute() {
    Map<String, String> wish = Map.of("phone", phone, "purpose", "sign_in");
    Answer first = wallet.post("/v1/one-time-codes", wish);
    assertThat(wallet.post("/v1/one-time-codes", wish).body()).isEqualTo(first.body());

    var sentAt = clock.instant();
    clock.stand(sentAt.plus(Duration.ofSeconds(61)));
    Answer second = wallet.post("/v1/one-time-codes", wish);
    assertThat(second.text("code_id")).isNotEqualTo(first.text("code_id"));
    String code = wallet.lastCode(phone);
    assertThat(guess(wallet, first.text("code_id"), code).code()).isEqualTo("code_expired");

    clock.stand(sentAt.plus(Duration.ofSeconds(62)).plus(OneTimeCodes.LIFE));
    assertThat(guess(wallet, second.text("code_id"), code).code()).isEqualTo("code_expired");
  }

  @Test
  void refusesWhatIsNotAPhone() {
    assertThat(
            wallet.post("/v1/one-time-codes", Map.of("phone", "110", "purpose", "sign_in")).code())
        .isEqualTo("phone_invalid");
    assertThat(wallet.post("/v1/one-time-codes", Map.of("phone", phone, "purpose", "other")).code())
        .isEqualTo("field_invalid");
    assertThat(wallet.post("/v1/sessions", Map.of("method", "password")).code())
        .isEqualTo("field_invalid");
    assertThat(wallet.post("/v1/sessions", Map.of("method", "magic")).code())
        .isEqualTo("field_invalid");
  }

  @Test
  void aWriteNeedsTheSessionsToken() {
    wallet.signUp(phone, "林小满");

    Answer without =
        wallet.send(
            wallet
                .request("/v1/me")
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"name\":\"Eve\"}")));
    assertThat(without.status()).isEqualTo(403);
    assertThat(without.code()).isEqualTo("csrf_invalid");
    Answer wrong =
        wallet.send(
            wallet
                .request("/v1/me")
                .header("Content-Type", "application/json")
                .header("Qiao-Csrf", "AAAA")
                .method("PATCH", BodyPublishers.ofString("{\"name\":\"Eve\"}")));
    assertThat(wrong.code()).isEqualTo("csrf_invalid");
    assertThat(
            wallet
                .patch("/v1/me", Map.of("name", "林大满", "language", "en"))
                .body()
                .path("name")
                .asString())
        .isEqualTo("林大满");
    assertThat(wallet.get("/v1/session").body().path("person").path("language").asString())
        .isEqualTo("en");
  }

  @Test
  void aRevokedSessionIsOutAtOnce() {
    register(phone);
    var other = new TestBrowser(port, "wallet");
    wallet.signIn(phone, PASSWORD);
    String otherId = other.signIn(phone, PASSWORD).text("id");

    JsonNode items = wallet.get("/v1/sessions").body().path("items");
    assertThat(items).hasSize(2);
    assertThat(
            StreamSupport.stream(items.spliterator(), false)
                .filter(s -> s.path("current").asBoolean()))
        .hasSize(1);
    assertThat(wallet.delete("/v1/sessions/" + otherId).status()).isEqualTo(204);

    Answer out = other.get("/v1/session");
    assertThat(out.status()).isEqualTo(401);
    assertThat(out.code()).isEqualTo("session_expired");
    assertThat(out.header("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(wallet.get("/v1/session").status()).isEqualTo(200);
    assertThat(wallet.delete("/v1/sessions/" + otherId).code()).isEqualTo("not_found");
  }

  @Test
  void nobodyEndsSomeoneElsesSession() {
    register(phone);
    String id = wallet.signIn(phone, PASSWORD).text("id");
    var stranger = new TestBrowser(port, "wallet");
    stranger.signUp("139" + phone.substring(3), "Eve");

    assertThat(stranger.delete("/v1/sessions/" + id).code()).isEqualTo("not_found");
    assertThat(wallet.get("/v1/session").status()).isEqualTo(200);
  }

  @Test
  void signsOut() {
    wallet.signUp(phone, "Ada");

    assertThat(wallet.delete("/v1/session").status()).isEqualTo(204);
    assertThat(wallet.get("/v1/session").code()).isEqualTo("session_required");
  }

  @Test
  void signingInAgainReplacesTheSessionOfTheSameBrowser() {
    register(phone);
    String first = wallet.signIn(phone, PASSWORD).text("id");
    String second = wallet.signIn(phone, PASSWORD).text("id");

    JsonNode items = wallet.get("/v1/sessions").body().path("items");
    assertThat(items).hasSize(1);
    assertThat(items.path(0).path("id").asString()).isEqualTo(second).isNotEqualTo(first);
  }

  @Test
  void oneBrowserHoldsASessionForEachApp() {
    UUID shop = UUID.randomUUID();
    staff.create(shop, "王掌柜", StaffRole.OWNER, "owner-" + phone, PASSWORD);
    operators.create("Grace", OperatorRole.ADMINISTRATOR, "grace-" + phone, PASSWORD);
    TestBrowser till = wallet.other("merchant");
    TestBrowser console = wallet.other("console");

    wallet.signUp(phone, "林小满");
    till.signIn("owner-" + phone, PASSWORD);
    console.signIn("Grace-" + phone, PASSWORD);

    assertThat(wallet.get("/v1/session").body().path("person").path("name").asString())
        .isEqualTo("林小满");
    assertThat(till.get("/v1/session").body().path("staff").path("role").asString())
        .isEqualTo("owner");
    assertThat(console.get("/v1/session").body().path("operator").path("role").asString())
        .isEqualTo("administrator");
    wallet.delete("/v1/session");
    assertThat(till.get("/v1/session").status()).isEqualTo(200);
  }

  @Test
  void anAppsSessionOpensNoOtherApp() {
    wallet.signUp(phone, "Ada");
    assertThat(wallet.get("/v1/merchant/staff").code()).isEqualTo("not_permitted");
    assertThat(wallet.get("/v1/operations/overview").code()).isEqualTo("not_permitted");
    assertThat(wallet.other("merchant").get("/v1/merchant/staff").code())
        .isEqualTo("session_required");

    staff.create(UUID.randomUUID(), "王掌柜", StaffRole.OWNER, "boss-" + phone, PASSWORD);
    TestBrowser till = new TestBrowser(port, "merchant");
    till.signIn("boss-" + phone, PASSWORD);
    assertThat(till.patch("/v1/me", Map.of("name", "Eve")).code()).isEqualTo("not_permitted");
  }

  @Test
  void aTokenOpensItsOwnAppOnly() {
    register(phone);
    String cookie = wallet.signIn(phone, PASSWORD).header("Set-Cookie").orElseThrow();
    String token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));

    for (String app : List.of("wallet", "merchant", "console")) {
      TestBrowser thief = new TestBrowser(port, app);
      Answer answer =
          thief.send(
              thief.request("/v1/session").header("Cookie", "qiao_" + app + "=" + token).GET());
      assertThat(answer.status()).as(app).isEqualTo(app.equals("wallet") ? 200 : 401);
    }
  }

  @Test
  void anAuthorizationHeaderMakesCookiesCountForNothing() {
    wallet.signUp(phone, "Ada");

    Answer answer =
        wallet.send(wallet.request("/v1/session").header("Authorization", "Bearer x").GET());
    assertThat(answer.code()).isEqualTo("session_required");
  }

  @Test
  void aSessionEndsWhenItIsNotUsed() {
    wallet.signUp(phone, "Ada");
    var begun = clock.instant();

    clock.stand(begun.plus(Duration.ofMinutes(29)));
    assertThat(wallet.get("/v1/session").status()).isEqualTo(200);
    clock.stand(begun.plus(Duration.ofMinutes(58)));
    assertThat(wallet.get("/v1/session").status()).isEqualTo(200);
    clock.stand(begun.plus(Duration.ofMinutes(89)));
    assertThat(wallet.get("/v1/session").code()).isEqualTo("session_expired");
  }

  @Test
  void staffComeInByInvitationOnce() {
    UUID shop = UUID.randomUUID();
    staff.create(shop, "王掌柜", StaffRole.OWNER, "chief-" + phone, PASSWORD);
    TestBrowser owner = new TestBrowser(port, "merchant");
    owner.signIn("chief-" + phone, PASSWORD);

    UUID key = UUID.randomUUID();
    Map<String, String> wish = Map.of("name", "小李", "role", "cashier", "login", "li-" + phone);
    Answer invited = owner.post("/v1/merchant/staff", key, wish);
    assertThat(invited.status()).isEqualTo(201);
    String token = invited.text("invitation_path").split("token=")[1];
    Answer replayed = owner.post("/v1/merchant/staff", key, wish);
    assertThat(replayed.header("Idempotent-Replayed")).contains("true");
    assertThat(replayed.body().path("staff")).isEqualTo(invited.body().path("staff"));
    assertThat(replayed.body().path("invitation_path").isNull()).isTrue();

    TestBrowser cashier = new TestBrowser(port, "merchant");
    assertThat(cashier.signIn("li-" + phone, PASSWORD).code()).isEqualTo("credentials_wrong");
    Answer shown = cashier.invitation(token);
    assertThat(shown.text("kind")).isEqualTo("staff");
    assertThat(shown.text("name")).isEqualTo("小李");
    assertThat(
            cashier
                .post("/v1/invitations/accept", Map.of("token", token, "password", "short"))
                .code())
        .isEqualTo("password_too_short");
    Answer accepted =
        cashier.post("/v1/invitations/accept", Map.of("token", token, "password", PASSWORD));
    assertThat(accepted.status()).isEqualTo(201);
    assertThat(accepted.body().path("staff").path("role").asString()).isEqualTo("cashier");
    assertThat(
            cashier
                .post("/v1/invitations/accept", Map.of("token", token, "password", PASSWORD))
                .code())
        .isEqualTo("invitation_unknown");

    assertThat(cashier.get("/v1/merchant/staff").code()).isEqualTo("not_permitted");
    assertThat(cashier.post("/v1/merchant/staff", UUID.randomUUID(), wish).code())
        .isEqualTo("not_permitted");
    assertThat(owner.get("/v1/merchant/staff").body().path("items")).hasSize(2);
    assertThat(owner.post("/v1/merchant/staff", UUID.randomUUID(), wish).code())
        .isEqualTo("login_taken");
  }

  @Test
  void anotherInvitationMakesTheFirstVoid() {
    UUID shop = UUID.randomUUID();
    var first =
        (Hiring.Invited<StaffMember>)
            staff.invite(null, shop, "小李", StaffRole.CASHIER, "again-" + phone);
    var second =
        (Hiring.Invited<StaffMember>)
            staff.invite(null, shop, "小李", StaffRole.MANAGER, "again-" + phone);

    assertThat(second.member().id()).isEqualTo(first.member().id());
    assertThat(wallet.invitation(first.path().split("token=")[1]).code())
        .isEqualTo("invitation_unknown");
    assertThat(wallet.invitation(second.path().split("token=")[1]).status()).isEqualTo(200);
    assertThat(staff.invite(null, UUID.randomUUID(), "小李", StaffRole.CASHIER, "again-" + phone))
        .isInstanceOf(Hiring.LoginTaken.class);
  }

  @Test
  void theFirstAdministratorComesInByALink() {
    db.sql("delete from identity.invitation where operator is not null").update();
    db.sql("delete from identity.operator").update();
    String token = firstAdministrator.invite().orElseThrow().split("token=")[1];
    TestBrowser console = new TestBrowser(port, "console");

    assertThat(console.invitation(token).text("kind")).isEqualTo("operator");
    assertThat(
            console
                .post("/v1/invitations/accept", Map.of("token", token, "password", PASSWORD))
                .code())
        .isEqualTo("field_invalid");
    Answer accepted =
        console.post(
            "/v1/invitations/accept",
            Map.of("token", token, "login", "root-of-all", "password", PASSWORD));
    assertThat(accepted.body().path("operator").path("role").asString()).isEqualTo("administrator");
    assertThat(firstAdministrator.invite()).isEmpty();
    assertThat(console.get("/v1/session").body().path("must_enrol").asBoolean()).isTrue();
  }

  @Test
  void tellsBrowsersWhatToForbid() {
    Answer answer = wallet.get("/v1/platform");
    assertThat(answer.header("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("script-src");
    assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.header("Permissions-Policy").orElseThrow()).contains("camera=(self)");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("WWW-Authenticate")).isEmpty();
  }

  @Test
  void deniesWhatIsNotNamed() {
    assertThat(wallet.get("/v1/nowhere").code()).isEqualTo("session_required");
    assertThat(wallet.get("/actuator/env").status()).isEqualTo(401);
    assertThat(wallet.post("/index.html", Map.of()).status()).isEqualTo(401);
    assertThat(wallet.get("/v1/session").header("Content-Type").orElseThrow())
        .contains("application/problem+json");
  }

  @Test
  void keepsNoSecretInTheDatabase() {
    register(phone);
    String cookie = wallet.signIn(phone, PASSWORD).header("Set-Cookie").orElseThrow();
    String token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));

    String dump =
        String.join(
            "\n",
            db.sql(
                    "select s::text from identity.session s union all select p::text from identity.password p"
                        + " union all select a::text from api.audit a")
                .query(String.class)
                .list());
    assertThat(dump).doesNotContain(token, PASSWORD, phone).contains("$argon2id$");
  }

  private void register(String number) {
    assertThat(people.register(Phone.parse(number).orElseThrow(), "林小满", Optional.of(PASSWORD)))
        .isInstanceOf(Registration.Registered.class);
  }

  private static Answer guess(TestBrowser browser, String id, String code) {
    return browser.post("/v1/sessions", Map.of("method", "code", "code_id", id, "code", code));
  }

  /** What can be told apart in an answer besides its values. */
  private static List<String> shape(Answer answer) {
    return answer.body().propertyNames().stream().sorted().toList();
  }
}
