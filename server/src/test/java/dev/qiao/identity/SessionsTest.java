package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.QiaoServer;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

class SessionsTest extends TownTest {
  @Autowired private Environment environment;
  private Shopper ming;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 0);
  }

  @Test
  void neverTakesOverATokenThatWasThereBefore() {
    TestBrowser victim = town.browser("wallet");
    String planted = "A".repeat(43);
    Answer signedIn =
        victim.send(
            victim
                .request("/v1/sessions")
                .header("Cookie", "qiao_wallet=" + planted)
                .header("Content-Type", "application/json")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"method\":\"password\",\"login\":\"%s\",\"password\":\"%s\"}"
                            .formatted(ming.phone(), Town.PASSWORD))));
    assertThat(signedIn.status()).isEqualTo(201);
    assertThat(signedIn.header("Set-Cookie").orElseThrow()).doesNotContain(planted);

    assertThat(with(planted).code()).isEqualTo("session_expired");
  }

  @Test
  void showingAFactorMakesTheTokenOfBeforeWorthless() {
    TestBrowser browser = town.browser("wallet");
    String before = token(browser.signIn(ming.phone(), Town.PASSWORD));
    assertThat(with(before).status()).isEqualTo(200);

    Answer proven =
        browser.post("/v1/session/proof", Map.of("method", "password", "secret", Town.PASSWORD));
    assertThat(with(before).code()).isEqualTo("session_expired");
    assertThat(with(token(proven)).status()).isEqualTo(200);
  }

  /** Time is moved in the rows: ids made far ahead would pull all later ones there. */
  @Test
  void endsAtTheLatestAtAFixedTimeHoweverOftenItIsUsed() {
    assertLife(ming.browser(), Duration.ofDays(30));
    assertLife(town.operator(), Duration.ofHours(12));
  }

  private void assertLife(TestBrowser browser, Duration life) {
    pass(life.minusMinutes(1));
    assertThat(browser.get("/v1/session").status()).isEqualTo(200);
    pass(Duration.ofMinutes(1));
    assertThat(browser.get("/v1/session").code()).isEqualTo("session_expired");
  }

  @Test
  void endsWhenItWasNotUsedForHalfAnHour() {
    for (TestBrowser browser : List.of(ming.browser(), town.operator())) {
      idle(Duration.ofMinutes(29));
      assertThat(browser.get("/v1/session").status()).isEqualTo(200);
      idle(Duration.ofMinutes(31));
      assertThat(browser.get("/v1/session").code()).isEqualTo("session_expired");
    }
  }

  @Test
  void whoIsRevokedOrLockedIsOutOnEveryInstance() {
    TestBrowser desk = town.operator();
    try (ConfigurableApplicationContext second = another()) {
      int port = second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      TestBrowser there = new TestBrowser(port, "wallet");
      assertThat(there.signIn(ming.phone(), Town.PASSWORD).status()).isEqualTo(201);
      assertThat(there.get("/v1/wallet").status()).isEqualTo(200);

      String session =
          ming.browser()
              .get("/v1/sessions")
              .body()
              .path("items")
              .valueStream()
              .filter(one -> !one.path("current").asBoolean())
              .findFirst()
              .orElseThrow()
              .path("id")
              .asString();
      assertThat(ming.browser().delete("/v1/sessions/" + session).status()).isEqualTo(204);
      assertThat(there.get("/v1/wallet").code()).isEqualTo("session_expired");

      there.signIn(ming.phone(), Town.PASSWORD);
      String lock = "/v1/operations/locks/" + ming.person().id().text();
      assertThat(desk.put(lock, Map.of("reason", "stolen phone")).status()).isEqualTo(204);
      assertThat(there.get("/v1/wallet").code()).isEqualTo("session_expired");
      assertThat(ming.browser().get("/v1/wallet").code()).isEqualTo("session_expired");
      assertThat(there.signIn(ming.phone(), Town.PASSWORD).code()).isEqualTo("party_locked");
      assertThat(there.signIn(ming.phone(), "not the password").code())
          .as("says nothing to who cannot sign in")
          .isEqualTo("credentials_wrong");

      assertThat(desk.delete(lock).status()).isEqualTo(204);
      assertThat(there.signIn(ming.phone(), Town.PASSWORD).status()).isEqualTo(201);
    }
  }

  @Test
  void onlySomeOperatorsLockAndNoneThemselves() {
    String lock = "/v1/operations/locks/" + ming.person().id().text();
    for (OperatorRole role : OperatorRole.values()) {
      TestBrowser desk = town.operator(role);
      assertThat(desk.put(lock, Map.of("reason", "test")).status())
          .as(role.text())
          .isEqualTo(role.may(Permission.LOCKS_PLACE) ? 204 : 403);
      assertThat(desk.delete(lock).status()).isEqualTo(role.may(Permission.LOCKS_LIFT) ? 204 : 403);
    }
    TestBrowser desk = town.operator();
    String self = desk.get("/v1/session").body().at("/operator/id").asString();
    assertThat(desk.put("/v1/operations/locks/" + self, Map.of("reason", "x")).status())
        .isEqualTo(404);
    assertThat(desk.put("/v1/operations/locks/per_x", Map.of("reason", "x")).status())
        .isEqualTo(404);
    assertThat(ming.browser().put(lock, Map.of("reason", "x")).code()).isEqualTo("not_permitted");
  }

  /** As if this much of every session's life had gone by, in use. */
  private void pass(Duration time) {
    db().sql("update identity.session set expires_at = expires_at - make_interval(secs => ?)")
        .params(time.toSeconds())
        .update();
  }

  /** As if no session had been used for this long. */
  private void idle(Duration time) {
    db().sql("update identity.session set seen_at = ?")
        .params(java.sql.Timestamp.from(town.clock().instant().minus(time)))
        .update();
  }

  private org.springframework.jdbc.core.simple.JdbcClient db() {
    return town.the(org.springframework.jdbc.core.simple.JdbcClient.class);
  }

  /** What a browser is answered that holds this token. */
  private Answer with(String token) {
    TestBrowser thief = town.browser("wallet");
    return thief.send(thief.request("/v1/wallet").header("Cookie", "qiao_wallet=" + token).GET());
  }

  private static String token(Answer answer) {
    String cookie = answer.header("Set-Cookie").orElseThrow();
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  /** Another server on the same database. */
  private ConfigurableApplicationContext another() {
    List<String> settings = new ArrayList<>(List.of("--server.port=0"));
    for (String name :
        List.of(
            "qiao.database.url",
            "qiao.database.owner-url",
            "qiao.vault.key",
            "qiao.vault.erasures",
            "qiao.demo",
            "qiao.demo-data")) {
      settings.add("--" + name + "=" + environment.getRequiredProperty(name));
    }
    return new SpringApplicationBuilder(QiaoServer.class).run(settings.toArray(String[]::new));
  }
}
