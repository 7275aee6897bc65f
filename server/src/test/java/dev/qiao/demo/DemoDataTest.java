package dev.qiao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ServerTest;
import dev.qiao.TestBrowser;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.PlatformTables;
import dev.qiao.ledger.Ledger;
import dev.qiao.payment.MerchantId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** On a server that has just made its demo data. */
@ServerTest
@TestPropertySource(properties = "qiao.demo-data=true")
class DemoDataTest {
  @LocalServerPort private int port;
  @Autowired private Ledger ledger;
  @Autowired private PlatformTables platform;
  @Autowired private PlatformClock clock;
  @Autowired private JdbcClient db;

  @Test
  void addsUp() {
    assertThat(platform.find("demo-data")).hasValue("filled");
    assertThat(ledger.audit().clean()).isTrue();
    assertThat(ledger.trialBalance().stream().mapToLong(row -> row.posted()).sum()).isZero();
    assertThat(ledger.trialBalance())
        .extracting(row -> row.kind())
        .contains("wallet", "merchant", "bank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/activities", "/v1/linked-accounts", "/v1/payees/recent"})
  void aPersonsPagesAreAlive(String path) {
    assertThat(signedIn("wallet", "13800138000").get(path).body().path("items")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/merchant/payments",
        "/v1/merchant/payments?state=refund",
        "/v1/merchant/payments?state=closed",
        "/v1/merchant/staff"
      })
  void aShopsPagesAreAlive(String path) {
    assertThat(signedIn("merchant", "bakery").get(path).body().path("items")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/operations/payments",
        "/v1/operations/payments?state=failed",
        "/v1/operations/payments?q=拾穗",
        "/v1/operations/channels",
        "/v1/operations/merchants",
        "/v1/operations/audit?q=refund"
      })
  void anOperatorsPagesAreAlive(String path) {
    String encoded = path.replace("拾穗", "%E6%8B%BE%E7%A9%97");
    assertThat(signedIn("console", "admin").get(encoded).body().path("items")).isNotEmpty();
  }

  @Test
  void todayIsNotEmptyAndEveryChannelHasHadPayments() {
    JsonNode overview = signedIn("console", "admin").get("/v1/operations/overview").body();
    assertThat(overview.path("count").asInt()).isPositive();
    assertThat(overview.path("ledger_difference").path("amount").asLong(-1)).isZero();
    assertThat(overview.path("latest")).hasSizeGreaterThan(10);
    assertThat(overview.path("channels")).hasSize(4);
    assertThat(
            overview
                .path("hours")
                .valueStream()
                .mapToLong(hour -> hour.path("last_week_count").asLong())
                .sum())
        .isGreaterThan(20);
  }

  @Test
  void comparisonsAreWithTheSameDayLastWeekAlone() {
    JsonNode overview = signedIn("console", "admin").get("/v1/operations/overview").body();
    Instant then =
        LocalDate.parse(overview.path("date").asString())
            .minusDays(7)
            .atStartOfDay(clock.zone())
            .toInstant();
    assertThat(
            overview
                .path("hours")
                .valueStream()
                .mapToLong(hour -> hour.path("last_week_amount").asLong())
                .sum())
        .isEqualTo(moved("payment", "%", then, then.plus(Duration.ofDays(1))));

    TestBrowser owner = signedIn("merchant", "market");
    String shop =
        "merchant:" + MerchantId.from(owner.get("/v1/merchant").text("id")).value() + ":%";
    JsonNode today = owner.get("/v1/merchant/today").body();
    Instant sameTime = Instant.parse(today.path("as_of").asString()).minus(Duration.ofDays(7));
    assertThat(today.at("/last_week/net/amount").asLong())
        .isEqualTo(moved("payment", shop, then, sameTime) - moved("refund", shop, then, sameTime));
  }

  /** What postings of a kind moved on accounts of a reference, from the ledger itself. */
  private long moved(String kind, String account, Instant from, Instant to) {
    return db.sql(
            """
            select coalesce(sum(l.amount), 0)::bigint
            from ledger.posting p
            join ledger.move l on l.posting = p.id
            join ledger.account a on a.id = case p.kind when 'refund' then l.debit else l.credit end
            where p.kind = :kind and p.at >= :from and p.at < :to and a.reference like :account
            """)
        .param("kind", kind)
        .param("account", account)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(Long.class)
        .single();
  }

  @Test
  void shownLoginsWork() {
    JsonNode logins =
        new TestBrowser(port, "wallet").get("/v1/platform").body().path("demo_logins");
    assertThat(logins).isNotEmpty();
    for (JsonNode login : List.copyOf(logins.valueStream().toList())) {
      var browser = new TestBrowser(port, login.path("app").asString());
      assertThat(
              browser
                  .signIn(login.path("login").asString(), login.path("password").asString())
                  .status())
          .isEqualTo(201);
    }
  }

  private TestBrowser signedIn(String app, String login) {
    var browser = new TestBrowser(port, app);
    var answer = browser.signIn(login, Cast.PASSWORD);
    assertThat(answer.status()).isEqualTo(201);
    if (!answer.body().path("second_factor").isNull()) {
      // Its code of this half minute may have been used by another test.
      db.sql("update identity.authenticator set last_step = 0").update();
      showCode(browser, answer.body().at("/second_factor/token").asString());
    }
    return browser;
  }

  private void showCode(TestBrowser browser, String token) {
    String code =
        browser
            .get("/v1/platform")
            .body()
            .path("demo_logins")
            .valueStream()
            .map(login -> login.path("code").asString(""))
            .filter(shown -> !shown.isEmpty())
            .findFirst()
            .orElseThrow();
    var body = java.util.Map.of("method", "totp", "second_factor_token", token, "code", code);
    assertThat(browser.post("/v1/sessions", body).status()).isEqualTo(201);
  }
}
