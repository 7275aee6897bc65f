package dev.qiao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Dump;
import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.identity.OperatorRole;
import dev.qiao.identity.People;
import dev.qiao.identity.Person;
import dev.qiao.vault.Life;
import dev.qiao.vault.Vault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import tools.jackson.databind.JsonNode;

/** Ends its server: ten years from now it destroys the keys of today, which nobody makes again. */
@DirtiesContext
class PrivacyTest extends TownTest {
  /** Where a person's id may stand, and the section of the export that tells what is there. */
  private static final Map<String, String> TOLD =
      Map.ofEntries(
          Map.entry("identity.person", "profile"),
          Map.entry("identity.consent", "consents"),
          Map.entry("identity.session", "sessions"),
          Map.entry("identity.password", "profile"),
          Map.entry("identity.pin", "profile"),
          Map.entry("identity.person_word", "profile"),
          Map.entry("identity.passkey", "sign_in"),
          Map.entry("identity.authenticator", "sign_in"),
          Map.entry("identity.recovery_code", "sign_in"),
          Map.entry("identity.known_device", "sign_in"),
          Map.entry("api.audit", "security_log"),
          Map.entry("payment.payment", "payments"),
          Map.entry("payment.refund", "refunds"),
          Map.entry("wallet.transfer", "transfers"),
          Map.entry("identity.tier", "limits"),
          Map.entry("ledger.allowance", "limits"),
          Map.entry("decision.individual_limit", "limits"),
          Map.entry("verification.request", "verification"),
          Map.entry("verification.document", "verification"),
          Map.entry("wallet.bank_move", "top_ups_and_withdrawals"),
          Map.entry("bank.linked_account", "linked_accounts"),
          Map.entry("ledger.account", "balances"),
          Map.entry("ledger.command", "statement"),
          Map.entry("ledger.posting", "statement"));

  /** Copies and handles that tell nothing of their own. */
  private static final Set<String> NOTHING_MORE =
      Set.of(
          "api.idempotency",
          "api.event",
          "identity.confirmation",
          "identity.half_sign_in",
          "identity.passkey_challenge",
          "vault.person_key",
          "wallet.lookup",
          "wallet.code",
          "payment.pay_code");

  @Test
  void anExportHoldsAllThatIsTheirsAndNothingOfOthers() {
    Shopper ada = town.shopper("Ada Lovelace", 100_00);
    Shopper bob = town.shopper("Bob Babbage", 50_00);
    Shop shop = town.shop("差分机书店", "Difference Books");
    String paid = ada.pay(shop, 12_34);
    shop.refund(paid, 2_00);
    String sent = ada.send(bob, 3_00);
    bob.pay(shop, 7_77);
    topUp(ada, 9_00);

    Answer wrong = ada.browser().post("/v1/me/export", Map.of("pin", "999999"));
    assertThat(wrong.code()).isEqualTo("pin_wrong");
    Answer export = export(ada);
    assertThat(export.status()).isEqualTo(200);
    JsonNode sections = export.body().path("sections");
    assertThat(sections.at("/profile/name").asString()).isEqualTo("Ada Lovelace");
    assertThat(sections.at("/profile/phone").asString()).isEqualTo(ada.phone());
    assertThat(sections.at("/payments/0/id").asString()).isEqualTo(paid);
    assertThat(sections.at("/payments/0/amount_minor").asLong()).isEqualTo(12_34);
    assertThat(sections.at("/refunds/0/amount_minor").asLong()).isEqualTo(2_00);
    assertThat(sections.at("/transfers/0/id").asString()).isEqualTo(sent);
    assertThat(sections.path("top_ups_and_withdrawals")).hasSize(1);
    assertThat(sections.path("linked_accounts")).isNotEmpty();
    assertThat(sections.path("sessions")).isNotEmpty();
    assertThat(sections.path("security_log").toString()).contains("session.create");
    assertThat(sections.at("/balances/0/posted_minor").asLong()).isEqualTo(ada.balance());
    long sum =
        sections
            .path("statement")
            .valueStream()
            .mapToLong(line -> line.path("amount_minor").asLong())
            .sum();
    assertThat(sum).isEqualTo(ada.balance());
    assertThat(export.raw().body())
        .doesNotContain("Babbage", bob.phone(), bob.phone().substring(3), ":777,");
    assertThat(export.header("Cache-Control").orElse("")).contains("no-store");

    assertEveryTableIsTold(ada, sections);
  }

  /** A new table that knows people has to be told of, or named above with its reason. */
  private void assertEveryTableIsTold(Shopper person, JsonNode sections) {
    Dump dump = Dump.of(town.the(Environment.class));
    for (String row : dump.with(person.person().id().value().toString())) {
      String table = row.substring(0, row.indexOf(':'));
      if (!NOTHING_MORE.contains(table)) {
        assertThat(TOLD).containsKey(table);
        assertThat(sections.has(TOLD.get(table))).as(table).isTrue();
      }
    }
  }

  @Test
  void nobodyIsErasedAsLongAsTheyHaveMoneyAndNothingIsDone() {
    Shopper ada = town.shopper("Ada Lovelace", 100_00);
    assertThat(ada.browser().get("/v1/me/erasure").text("obstacle")).isEqualTo("wallet_not_empty");
    Answer refused = erase(ada);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("wallet_not_empty");
    assertThat(refused.body().at("/parameters/balance").asLong()).isEqualTo(100_00);
    assertThat(ada.balance()).isEqualTo(100_00);
    Answer wrong = ada.browser().post("/v1/me/erasure", Map.of("pin", "999999"));
    assertThat(wrong.code()).isEqualTo("pin_wrong");
  }

  @Test
  void anErasedPersonIsGoneAndTheBooksStayWhole() {
    Shopper ada = town.shopper("Ada Lovelace", 30_00);
    Shopper bob = town.shopper("Bob Babbage", 0);
    String sent = ada.send(bob, 30_00);
    Answer erased = erase(ada);
    assertThat(erased.status()).as(erased.raw().body()).isEqualTo(200);
    assertThat(erased.body().path("kept")).hasSize(2);
    assertThat(erased.body().at("/kept/0/law_en").asString()).contains("art. 34");
    assertThat(Instant.parse(erased.body().at("/kept/0/until").asString()))
        .isAfter(Instant.now().plus(Duration.ofDays(3650)));

    assertThat(ada.browser().get("/v1/wallet").status()).isEqualTo(401);
    assertThat(ada.browser().signIn(ada.phone(), Town.PASSWORD).code())
        .isEqualTo("credentials_wrong");
    People people = town.the(People.class);
    assertThat(people.byPhone(ada.person().phone().orElseThrow())).isEmpty();
    assertThat(people.find(ada.person().id())).isEmpty();
    assertThat(people.named("lovelace")).doesNotContain(ada.person().id());
    assertThat(bob.browser().post("/v1/payees", Map.of("phone", ada.phone())).code())
        .isEqualTo("payee_unknown");
    // Others keep their own history, which names nobody any more.
    Answer line = bob.browser().get("/v1/activities/" + sent);
    assertThat(line.body().at("/counterparty/name").asString()).isEqualTo("*");
    assertThat(line.body().at("/amount/amount").asLong()).isEqualTo(30_00);

    assertThat(keyIsThere(Life.ERASABLE, ada.person())).isFalse();
    assertThat(keyIsThere(Life.RETAINED, ada.person())).isTrue();
    town.clock().stand(Instant.now().plus(Duration.ofDays(3660)));
    town.the(Vault.class).destroyDue();
    assertThat(keyIsThere(Life.RETAINED, ada.person())).isFalse();
    town.clock().run();
    // The number is free for whoever has it now.
    assertThat(town.browser("wallet").signUp(ada.phone(), "Somebody Else").status()).isEqualTo(201);
  }

  @Test
  void moneyThatIsUnderWayIsAnObstacle() {
    Shopper ada = town.shopper("Ada Lovelace", 0);
    JsonNode accounts = ada.browser().get("/v1/linked-accounts").body().path("items");
    String silent = accounts.get(accounts.size() - 1).path("id").asString();
    topUp(ada, silent, 5_00);
    Answer refused = erase(ada);
    assertThat(refused.code()).isIn("money_under_way", "wallet_not_empty");
  }

  @Test
  void whomARestoreBringsBackIsErasedAgain() throws Exception {
    Shopper ada = town.shopper("Ada Lovelace", 0);
    UUID id = ada.person().id().value();
    JdbcClient owner = owner();
    owner.sql("create table public.person_then as select * from identity.person").update();
    owner.sql("create table public.key_then as select * from vault.person_key").update();
    try {
      assertThat(erase(ada).status()).isEqualTo(200);
      Path list = Path.of(town.the(Environment.class).getProperty("qiao.vault.erasures"));
      assertThat(Files.readString(list)).contains(id.toString());
      assertThat(Files.readString(list)).doesNotContain("Lovelace");

      owner.sql("delete from vault.erasure where subject = :id").param("id", id).update();
      owner.sql("delete from identity.person where id = :id").param("id", id).update();
      owner.sql("delete from vault.person_key where subject = :id").param("id", id).update();
      owner
          .sql("insert into identity.person select * from public.person_then where id = :id")
          .param("id", id)
          .update();
      owner
          .sql("insert into vault.person_key select * from public.key_then where subject = :id")
          .param("id", id)
          .update();
      assertThat(town.the(People.class).byPhone(ada.person().phone().orElseThrow())).isPresent();

      Erasures.Again again = town.the(Erasures.class).again();
      assertThat(again.erased()).isEqualTo(1);
      assertThat(again.withMoney()).isZero();
      assertThat(town.the(People.class).byPhone(ada.person().phone().orElseThrow())).isEmpty();
      assertThat(keyIsThere(Life.ERASABLE, ada.person())).isFalse();
      assertThat(keyIsThere(Life.RETAINED, ada.person())).isTrue();
      assertThat(town.the(Erasures.class).again().erased()).isZero();
    } finally {
      owner.sql("drop table public.person_then, public.key_then").update();
    }
  }

  @Test
  void whatWasAgreedToIsKnownWithItsVersionAndCanBeWithdrawn() {
    Shopper ada = town.shopper("Ada Lovelace", 0);
    JsonNode asked = ada.browser().get("/v1/me/consents").body().path("items");
    assertThat(asked)
        .extracting(item -> item.path("purpose").asString())
        .contains("terms", "offers");
    assertThat(asked).noneMatch(item -> item.path("given").asBoolean());
    String version = asked.get(0).path("version").asString();

    assertThat(say(ada, "offers", true, version).body().path("given").asBoolean()).isTrue();
    assertThat(say(ada, "offers", true, version).status()).isEqualTo(200);
    assertThat(say(ada, "offers", false, version).body().path("given").asBoolean()).isFalse();
    assertThat(say(ada, "terms", true, version).status()).isEqualTo(200);
    assertThat(say(ada, "terms", false, version).code()).isEqualTo("field_invalid");
    assertThat(say(ada, "offers", true, "1999-01-01").code()).isEqualTo("field_invalid");
    assertThat(say(ada, "nothing", true, version).status()).isEqualTo(404);

    JsonNode said = export(ada).body().at("/sections/consents");
    assertThat(said)
        .extracting(word -> word.path("purpose").asString() + word.path("given").asBoolean())
        .containsExactly("offerstrue", "offersfalse", "termstrue");
  }

  @Test
  void anOperatorSeesSomebodyWithAReasonThatIsWrittenDown() {
    Shopper ada = town.shopper("Ada Countess Lovelace", 0);
    TestBrowser support = town.operator(OperatorRole.SUPPORT);
    for (String q : new String[] {ada.phone(), "countess lovelace", ada.person().id().text()}) {
      Answer found = support.post("/v1/operations/people/search", Map.of("q", q));
      assertThat(found.body().toString())
          .contains(ada.person().id().text(), "*Ada")
          .doesNotContain("Countess", ada.phone());
    }
    String path = "/v1/operations/people/" + ada.person().id().text() + "/disclosure";
    assertThat(support.post(path, Map.of("reason", "curiosity", "reference", "T-1")).code())
        .isEqualTo("field_invalid");
    assertThat(support.post(path, Map.of("reason", "dispute")).code()).isEqualTo("field_invalid");
    Answer seen = support.post(path, Map.of("reason", "dispute", "reference", "T-4711"));
    assertThat(seen.text("name")).isEqualTo("Ada Countess Lovelace");
    assertThat(seen.text("phone")).isEqualTo(ada.phone());
    TestBrowser compliance = town.operator(OperatorRole.COMPLIANCE);
    assertThat(compliance.get("/v1/operations/audit?q=person.view").body().toString())
        .contains("dispute T-4711", ada.person().id().text());

    TestBrowser risk = town.operator(OperatorRole.RISK);
    assertThat(risk.get("/v1/operations/locks/" + ada.person().id().text() + "/ways-in").status())
        .isEqualTo(200);
    JsonNode told = export(ada).body().at("/sections/security_log");
    for (String look : new String[] {"person.view", "way_in.view"}) {
      assertThat(told)
          .as("told that somebody looked and when; who, from where and why is not")
          .filteredOn(entry -> entry.path("act").asString().equals(look))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.path("at").asString()).isNotEmpty();
                assertThat(entry.path("reason").asString()).isEmpty();
                assertThat(entry.path("address").asString()).isEmpty();
              });
    }

    TestBrowser finance = town.operator(OperatorRole.FINANCE);
    assertThat(finance.post(path, Map.of("reason", "dispute", "reference", "T-1")).status())
        .isEqualTo(403);
    assertThat(finance.post("/v1/operations/people/search", Map.of("q", "ada")).status())
        .isEqualTo(403);

    erase(ada);
    assertThat(support.post(path, Map.of("reason", "dispute", "reference", "T-1")).status())
        .isEqualTo(403);
    Answer kept =
        town.operator(OperatorRole.COMPLIANCE)
            .post(path, Map.of("reason", "legal_request", "reference", "L-1"));
    assertThat(kept.text("name")).isEqualTo("Ada Countess Lovelace");
    assertThat(kept.text("erased_at")).isNotEmpty();
  }

  private static Answer say(Shopper person, String purpose, boolean given, String version) {
    return person
        .browser()
        .put(
            "/v1/me/consents/" + purpose,
            Map.of("given", given, "version", version, "language", "en"));
  }

  private static Answer export(Shopper person) {
    return person.browser().post("/v1/me/export", Map.of("pin", Town.PIN));
  }

  private static Answer erase(Shopper person) {
    return person.browser().post("/v1/me/erasure", Map.of("pin", Town.PIN));
  }

  private static void topUp(Shopper person, long minor) {
    topUp(
        person,
        person.browser().get("/v1/linked-accounts").body().at("/items/0/id").asString(),
        minor);
  }

  private static void topUp(Shopper person, String account, long minor) {
    Answer begun =
        person
            .browser()
            .post(
                "/v1/top-ups",
                UUID.randomUUID(),
                Map.of("linked_account_id", account, "amount", Town.cny(minor)));
    assertThat(begun.status()).as(begun.raw().body()).isEqualTo(201);
  }

  private boolean keyIsThere(Life life, Person person) {
    return town.the(Vault.class).key(life, person.id().value()).isPresent();
  }

  private JdbcClient owner() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(town.the(Environment.class).getRequiredProperty("qiao.database.owner-url"));
    return JdbcClient.create(source);
  }
}
