package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.InParallel;
import dev.qiao.Shopper;
import dev.qiao.SoftAuthenticator;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PasskeyTest extends TownTest {
  private Shopper ming;
  private SoftAuthenticator phone;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 0);
    phone = new SoftAuthenticator(town.origin());
  }

  @Test
  void opensASessionForWhoHasRegisteredIt() {
    Answer added = add(ming.browser(), phone, "My phone");
    assertThat(added.status()).as(added.raw().body()).isEqualTo(201);
    assertThat(added.text("name")).isEqualTo("My phone");

    TestBrowser elsewhere = town.browser("wallet");
    Answer signedIn = signIn(elsewhere, phone);

    assertThat(signedIn.status()).as(signedIn.raw().body()).isEqualTo(201);
    assertThat(signedIn.body().at("/person/id").asString()).isEqualTo(ming.person().id().text());
    assertThat(elsewhere.get("/v1/wallet").status()).isEqualTo(200);
    assertThat(ming.browser().get("/v1/passkeys").body().at("/items/0/used_at").isNull()).isFalse();
  }

  @Test
  void opensItForStaffAndOperatorsToo() {
    var shop = town.shop("山岚咖啡", "Mist Coffee");
    var till = new SoftAuthenticator(town.origin());
    assertThat(add(shop.owner(), till, "Till").status()).isEqualTo(201);
    assertThat(signIn(town.browser("merchant"), till).body().at("/staff/login").asString())
        .isEqualTo(shop.login());

    TestBrowser desk = town.operator();
    var laptop = new SoftAuthenticator(town.origin());
    assertThat(add(desk, laptop, "Laptop").status()).isEqualTo(201);
    assertThat(signIn(town.browser("console"), laptop).body().at("/operator/name").asString())
        .isEqualTo("Grace");
  }

  @Test
  void opensNoOtherApp() {
    add(ming.browser(), phone, "My phone");

    assertThat(signIn(town.browser("merchant"), phone).code()).isEqualTo("passkey_refused");
    assertThat(signIn(town.browser("console"), phone).code()).isEqualTo("passkey_refused");
  }

  @Test
  void aSignatureOpensOneSession() {
    add(ming.browser(), phone, "My phone");
    Map<String, Object> signed = phone.sign(challenge(town.browser("wallet")));

    List<Answer> answers = InParallel.times(8, n -> signIn(town.browser("wallet"), signed));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allMatch(answer -> answer.code().equals("passkey_refused"));
  }

  @Test
  void aChallengeLivesForFiveMinutesInItsApp() {
    add(ming.browser(), phone, "My phone");
    TestBrowser browser = town.browser("wallet");
    Map<String, Object> late = phone.sign(challenge(browser));
    Map<String, Object> elsewhere = phone.sign(challenge(town.browser("merchant")));

    assertThat(signIn(browser, elsewhere).code()).isEqualTo("passkey_refused");
    town.clock().stand(town.clock().instant().plus(Challenge.LIFE));
    assertThat(signIn(browser, late).code()).isEqualTo("passkey_refused");
  }

  @Test
  void refusesWhatItDidNotAskFor() {
    add(ming.browser(), phone, "My phone");
    TestBrowser browser = town.browser("wallet");
    Map<String, Object> forged = new HashMap<>(phone.sign(challenge(browser)));
    forged.put("challenge_id", challenge(browser).path("challenge_id").asString());
    assertThat(signIn(browser, forged).code()).as("signed another").isEqualTo("passkey_refused");

    var stranger = new SoftAuthenticator(town.origin());
    Map<String, Object> swapped = new HashMap<>(stranger.sign(challenge(browser)));
    swapped.put("credential_id", phone.sign(challenge(browser)).get("credential_id"));
    assertThat(signIn(browser, swapped).code()).as("another's key").isEqualTo("passkey_refused");

    Map<String, Object> claimed = new HashMap<>(phone.sign(challenge(browser)));
    claimed.put("user_handle", "AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(signIn(browser, claimed).code()).as("another's name").isEqualTo("passkey_refused");

    assertThat(signIn(browser, stranger).code()).as("unknown key").isEqualTo("passkey_refused");
    assertThat(signIn(browser, Map.of()).code()).as("nothing").isEqualTo("passkey_refused");
    assertThat(signIn(browser, Map.of("challenge_id", "chl_x", "credential_id", "!")).code())
        .isEqualTo("passkey_refused");
  }

  @Test
  void refusesRubbishOfAnyKind() {
    add(ming.browser(), phone, "My phone");
    TestBrowser browser = town.browser("wallet");
    for (String field :
        List.of("client_data", "authenticator_data", "signature", "credential_id")) {
      for (String rubbish : List.of("", "!", "AA", "e30", "bm9uc2Vuc2U", "A".repeat(4_000))) {
        Map<String, Object> broken = new HashMap<>(phone.sign(challenge(browser)));
        broken.put(field, rubbish);
        Answer answer = signIn(browser, broken);
        assertThat(answer.code()).as(field + " " + rubbish).isEqualTo("passkey_refused");
      }
    }
    for (String field : List.of("client_data", "attestation_object", "credential_id")) {
      for (String rubbish : List.of("", "!", "AA", "e30", "oA", "A".repeat(4_000))) {
        var other = new SoftAuthenticator(town.origin());
        Map<String, Object> broken = other.register(begin(ming.browser()), "n");
        broken.put(field, rubbish);
        assertThat(ming.browser().post("/v1/passkeys", broken).code())
            .as(field + " " + rubbish)
            .isEqualTo("passkey_refused");
      }
    }
  }

  @Test
  void refusesALookAlikeSite() {
    add(ming.browser(), phone, "My phone");
    phone.at("http://localhost.example");

    assertThat(signIn(town.browser("wallet"), phone).code()).isEqualTo("passkey_refused");
  }

  @Test
  void refusesAnAuthenticatorThatDoesNotAskWhoHoldsIt() {
    Answer added = add(ming.browser(), phone.withoutVerifying(), "My phone");
    assertThat(added.code()).isEqualTo("passkey_refused");

    var other = new SoftAuthenticator(town.origin());
    add(ming.browser(), other, "My phone");
    assertThat(signIn(town.browser("wallet"), other.withoutVerifying()).code())
        .isEqualTo("passkey_refused");
  }

  @Test
  void refusesACopiedAuthenticator() {
    add(ming.browser(), phone, "My phone");
    assertThat(signIn(town.browser("wallet"), phone).status()).isEqualTo(201);

    assertThat(signIn(town.browser("wallet"), phone.countedBack()).code())
        .isEqualTo("passkey_refused");
  }

  @Test
  void aRegistrationBelongsToWhoBeganIt() {
    Shopper stranger = town.shopper("陈知远", 0);
    Map<String, Object> made = phone.register(begin(ming.browser()), "Mine");

    assertThat(stranger.browser().post("/v1/passkeys", made).code()).isEqualTo("passkey_refused");
    assertThat(ming.browser().post("/v1/passkeys", made).code())
        .as("used up by the stranger's try")
        .isEqualTo("passkey_refused");
  }

  @Test
  void aKeyIsRegisteredOnce() {
    Shopper other = town.shopper("陈知远", 0);
    add(ming.browser(), phone, "My phone");

    assertThat(add(other.browser(), phone, "Mine too").code()).isEqualTo("passkey_refused");
    assertThat(add(ming.browser(), phone, "Again").code()).isEqualTo("passkey_refused");
  }

  @Test
  void isNamedAndRemovedByItsOwnerAlone() {
    Shopper stranger = town.shopper("陈知远", 0);
    String id = add(ming.browser(), phone, "My phone").text("id");

    assertThat(stranger.browser().patch("/v1/passkeys/" + id, Map.of("name", "x")).status())
        .isEqualTo(404);
    assertThat(stranger.browser().delete("/v1/passkeys/" + id).status()).isEqualTo(404);
    assertThat(stranger.browser().get("/v1/passkeys").body().path("items")).isEmpty();

    assertThat(ming.browser().patch("/v1/passkeys/" + id, Map.of("name", "口袋里的")).text("name"))
        .isEqualTo("口袋里的");
    assertThat(ming.browser().patch("/v1/passkeys/" + id, Map.of("name", " ")).code())
        .isEqualTo("field_invalid");
    assertThat(ming.browser().delete("/v1/passkeys/" + id).status()).isEqualTo(204);
    assertThat(signIn(town.browser("wallet"), phone).code()).isEqualTo("passkey_refused");
  }

  @Test
  void addingAndRemovingEndOnesOtherSessions() {
    TestBrowser other = town.browser("wallet");
    other.signIn(ming.phone(), Town.PASSWORD);
    String id = add(ming.browser(), phone, "My phone").text("id");
    assertThat(other.get("/v1/session").code()).isEqualTo("session_expired");
    assertThat(ming.browser().get("/v1/session").status()).isEqualTo(200);

    other.signIn(ming.phone(), Town.PASSWORD);
    ming.browser().delete("/v1/passkeys/" + id);
    assertThat(other.get("/v1/session").code()).isEqualTo("session_expired");
  }

  @Test
  void nobodyHasMoreThanTwenty() {
    for (int i = 0; i < Passkeys.MAX; i++) {
      assertThat(add(ming.browser(), new SoftAuthenticator(town.origin()), "n" + i).status())
          .isEqualTo(201);
    }
    assertThat(add(ming.browser(), phone, "one more").code()).isEqualTo("passkeys_too_many");
  }

  @Test
  void challengesSayNothingAboutAnybodyAndRunOut() {
    var request = challenge(town.browser("wallet"));
    assertThat(request.path("allow")).isEmpty();
    assertThat(request.path("rp_id").asString()).isEqualTo("localhost");

    town.the(JdbcClient.class).sql("delete from identity.attempt").update();
    List<Answer> answers =
        InParallel.times(
            10,
            n -> {
              Answer last = null;
              for (int i = 0; i < 31; i++) {
                last = town.browser("wallet").post("/v1/passkey-challenges", Map.of());
              }
              return last;
            });
    assertThat(answers).anyMatch(answer -> answer.code().equals("too_many_attempts"));
    town.clock().stand(town.clock().instant().plus(Duration.ofMinutes(15)));
    assertThat(town.browser("wallet").post("/v1/passkey-challenges", Map.of()).status())
        .isEqualTo(201);
  }

  private static Answer add(TestBrowser browser, SoftAuthenticator authenticator, String name) {
    return browser.post("/v1/passkeys", authenticator.register(begin(browser), name));
  }

  private static tools.jackson.databind.JsonNode begin(TestBrowser browser) {
    return browser.post("/v1/passkeys/challenges", Map.of()).body();
  }

  private static tools.jackson.databind.JsonNode challenge(TestBrowser browser) {
    return browser.post("/v1/passkey-challenges", Map.of()).body();
  }

  private static Answer signIn(TestBrowser browser, SoftAuthenticator authenticator) {
    return signIn(browser, authenticator.sign(challenge(browser)));
  }

  private static Answer signIn(TestBrowser browser, Map<String, Object> signed) {
    return browser.post("/v1/sessions", Map.of("method", "passkey", "passkey", signed));
  }
}
