package dev.qiao.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ServerTest;
import dev.qiao.TestBrowser;
import dev.qiao.api.PlatformTables;
import dev.qiao.ledger.Ledger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** On a server that has just made its demo data. */
@ServerTest
@TestPropertySource(properties = "qiao.demo-data=true")
class DemoDataTest {
  @LocalServerPort private int port;
  @Autowired private Ledger ledger;
  @Autowired private PlatformTables platform;

  @Test
  void addsUp() {
    assertThat(platform.find("demo-data")).hasValue("filled");
    assertThat(ledger.audit().clean()).isTrue();
    assertThat(ledger.trialBalance().stream().mapToLong(row -> row.posted()).sum()).isZero();
    assertThat(ledger.trialBalance()).extracting(row -> row.kind()).contains("wallet", "merchant", "bank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/activities", "/v1/linked-accounts", "/v1/payees/recent"})
  void aPersonsPagesAreAlive(String path) {
    assertThat(signedIn("wallet", "13800138000").get(path).body().path("items")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/merchant/payments", "/v1/merchant/payments?state=refund", "/v1/merchant/payments?state=closed", "/v1/merchant/staff"
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
    assertThat(overview.path("hours").valueStream().mapToLong(hour -> hour.path("last_week_count").asLong()).sum())
        .isGreaterThan(20);
  }

  @Test
  void shownLoginsWork() {
    JsonNode logins = new TestBrowser(port, "wallet").get("/v1/platform").body().path("demo_logins");
    assertThat(logins).isNotEmpty();
    for (JsonNode login : List.copyOf(logins.valueStream().toList())) {
      var browser = new TestBrowser(port, login.path("app").asString());
      assertThat(browser.signIn(login.path("login").asString(), login.path("password").asString()).status()).isEqualTo(201);
    }
  }

  private TestBrowser signedIn(String app, String login) {
    var browser = new TestBrowser(port, app);
    assertThat(browser.signIn(login, Cast.PASSWORD).status()).isEqualTo(201);
    return browser;
  }
}
