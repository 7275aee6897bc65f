package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Who knows a phone, email or login learns nothing from whether it is somebody's: not by status,
 * body or headers, nor by the work that was done (each statement in its order, each slow hash).
 */
class SameAnswersTest extends TownTest {
  private static final Logger JDBC = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);

  /** What can be told apart in an answer, and what was done for it. */
  private record Seen(
      int status,
      String code,
      Map<String, String> body,
      Map<String, String> headers,
      List<String> sql,
      long hashes) {}

  private final Statements statements = new Statements();
  private Shopper ming;
  private String stranger;

  @BeforeEach
  void listen() {
    ming = town.shopper("林小满", 0);
    stranger = number("177");
    statements.start();
    JDBC.setLevel(Level.DEBUG);
    JDBC.addAppender(statements);
  }

  @AfterEach
  void stopListening() {
    JDBC.detachAppender(statements);
    JDBC.setLevel(null);
  }

  @Test
  void ofAPassword() {
    same(phone -> wallet().signIn(phone, "not-this-password"));
  }

  @Test
  void ofAnotherPassword_whoeverMaySignInByIt() {
    String known = "owner-" + UUID.randomUUID();
    town.the(StaffMembers.class)
        .create(UUID.randomUUID(), "王掌柜", StaffRole.OWNER, known, Town.PASSWORD);
    String operator = "op-" + UUID.randomUUID();
    town.the(Operators.class).create("Grace", OperatorRole.SUPPORT, operator, Town.PASSWORD);
    same("merchant", known, "nobody-" + UUID.randomUUID());
    same("console", operator, "nobody-" + UUID.randomUUID());
  }

  private void same(String app, String known, String unknown) {
    Seen one = see(() -> town.browser(app).signIn(known, "not-this-password"));
    Seen other = see(() -> town.browser(app).signIn(unknown, "not-this-password"));
    assertThat(one).as(app).isEqualTo(other);
    assertThat(one.hashes()).isEqualTo(1);
  }

  @Test
  void ofAWishForACode() {
    same(
        phone -> wallet().post("/v1/one-time-codes", Map.of("phone", phone, "purpose", "sign_in")));
    same(
        phone -> wallet().post("/v1/one-time-codes", Map.of("phone", phone, "purpose", "recover")));
  }

  @Test
  void ofAnEmail() {
    String known = "ming-" + UUID.randomUUID() + "@example.com";
    String unknown = "eve-" + UUID.randomUUID() + "@example.com";
    town.the(org.springframework.transaction.support.TransactionTemplate.class)
        .executeWithoutResult(
            status ->
                town.the(ContactBook.class)
                    .add(ming.person().id(), Email.parse(known).orElseThrow()));
    same(
        e -> wallet().post("/v1/one-time-codes", Map.of("email", e, "purpose", "sign_in")),
        known,
        unknown);
    same(e -> wallet().signIn(e, "not-this-password"), known, unknown);
    same(e -> wallet().post("/v1/recoveries", Map.of("wallet", e, "name", "林小满")), known, unknown);
  }

  @Test
  void ofACodeWrongAndRight() {
    same(phone -> enter(wallet(), phone, "wrong"));
    forgetCodes();
    same(phone -> enter(wallet(), phone, "right"));
  }

  @Test
  void ofWhatIsShownBesideIt() {
    for (String method : List.of("pin", "password", "totp", "recovery_code")) {
      forgetCodes();
      TestBrowser one = wallet();
      TestBrowser other = wallet();
      String known = token(enter(one, ming.phone(), "right"));
      String unknown = token(enter(other, stranger, "right"));
      Seen ofKnown = see(() -> show(one, known, method));
      Seen ofUnknown = see(() -> show(other, unknown, method));
      assertThat(ofKnown).as(method).isEqualTo(ofUnknown);
      assertThat(ofKnown.code()).isEqualTo("factor_wrong");
    }
  }

  @Test
  void ofTooManyTries() {
    for (int i = 0; i < 6; i++) {
      same(phone -> wallet().signIn(phone, "not-this-password"));
    }
    for (int tries : new int[] {5, 5, 1}) {
      forgetCodes();
      TestBrowser one = wallet();
      TestBrowser other = wallet();
      String known = token(enter(one, ming.phone(), "right"));
      String unknown = token(enter(other, stranger, "right"));
      for (int i = 0; i < tries; i++) {
        assertThat(show(one, known, "totp").status())
            .isEqualTo(show(other, unknown, "totp").status())
            .isEqualTo(tries == 5 ? 422 : 429);
      }
    }
  }

  @Test
  void ofARecovery() {
    same(phone -> wallet().post("/v1/recoveries", Map.of("wallet", phone, "name", "林小满")));
    TestBrowser browser = wallet();
    String known = apply(browser, ming.phone());
    String unknown = apply(browser, stranger);
    for (String path : List.of("/v1/recoveries/state", "/v1/recoveries/complete")) {
      Map<String, String> more = Map.of("code_id", "otc_x", "code", "000000");
      Seen one =
          see(
              () ->
                  browser.post(
                      path, path.endsWith("state") ? Map.of("token", known) : with(more, known)));
      Seen other =
          see(
              () ->
                  browser.post(
                      path,
                      path.endsWith("state") ? Map.of("token", unknown) : with(more, unknown)));
      assertThat(one).as(path).isEqualTo(other);
    }
    Seen last =
        see(() -> browser.post("/v1/recoveries", Map.of("wallet", ming.phone(), "name", "x")));
    Seen lastOther =
        see(() -> browser.post("/v1/recoveries", Map.of("wallet", stranger, "name", "x")));
    assertThat(last).isEqualTo(lastOther);
    assertThat(wallet().post("/v1/recoveries", Map.of("wallet", ming.phone(), "name", "x")).code())
        .isEqualTo("too_many_attempts");
  }

  /** The new owner of a number learns nothing even when they open a wallet with it. */
  @Test
  void ofOpeningANewWallet() {
    same(
        phone -> {
          TestBrowser browser = wallet();
          String token = enter(browser, phone, "right").text("sign_up_token");
          statements.start();
          return browser.post("/v1/people", Map.of("sign_up_token", token, "name", "Eve"));
        });
  }

  private static Map<String, String> with(Map<String, String> more, String token) {
    Map<String, String> all = new TreeMap<>(more);
    all.put("token", token);
    return all;
  }

  private static String apply(TestBrowser browser, String wallet) {
    return browser.post("/v1/recoveries", Map.of("wallet", wallet, "name", "林小满")).text("token");
  }

  private void same(Function<String, Answer> act) {
    same(act, ming.phone(), stranger);
  }

  private void same(Function<String, Answer> act, String known, String unknown) {
    Seen one = see(() -> act.apply(known));
    Seen other = see(() -> act.apply(unknown));
    assertThat(one).isEqualTo(other);
    assertThat(one.sql()).as("what was done").isNotEmpty();
  }

  private Seen see(java.util.function.Supplier<Answer> act) {
    statements.start();
    long before = town.the(Hashes.class).computed();
    Answer answer = act.get();
    long hashes = town.the(Hashes.class).computed() - before;
    Map<String, String> headers = new TreeMap<>();
    answer
        .raw()
        .headers()
        .map()
        .forEach(
            (name, values) ->
                headers.put(name, values.toString().replaceAll("[=:][^;, ]{20,}", "=x")));
    headers.remove("date");
    headers.remove("qiao-request"); // Each request has an id of its own.
    headers.computeIfPresent("expires", (name, value) -> "some");
    // Seconds go by between the two.
    headers.computeIfPresent("retry-after", (name, value) -> "some");
    // Moments end with as many digits as they need.
    headers.computeIfPresent("content-length", (name, value) -> "some");
    Map<String, String> body = new TreeMap<>();
    flatten("", answer.body(), body);
    return new Seen(answer.status(), answer.code(), body, headers, statements.seen(), hashes);
  }

  /** Names, kinds and lengths; the values differ by what they are of. */
  private static void flatten(String path, JsonNode node, Map<String, String> flat) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> flatten(path + '/' + field.getKey(), field.getValue(), flat));
    } else if (node.isArray()) {
      flat.put(path, node.toString());
    } else if (node.isString()) {
      boolean moment = path.endsWith("_at") || path.endsWith("until");
      flat.put(path, moment ? "moment" : "text of " + node.asString().length());
    } else {
      flat.put(path, node.getNodeType() + (path.endsWith("attempts_left") ? node.toString() : ""));
    }
  }

  private TestBrowser wallet() {
    return town.browser("wallet");
  }

  private static Answer enter(TestBrowser browser, String phone, String how) {
    String id =
        browser
            .post("/v1/one-time-codes", Map.of("phone", phone, "purpose", "sign_in"))
            .text("code_id");
    String right = browser.lastCode(phone);
    String code = how.equals("right") ? right : right.equals("111111") ? "222222" : "111111";
    return browser.post("/v1/sessions", Map.of("method", "code", "code_id", id, "code", code));
  }

  private static String token(Answer half) {
    return half.body().at("/second_factor/token").asString();
  }

  private static Answer show(TestBrowser browser, String token, String method) {
    return browser.post(
        "/v1/sessions", Map.of("method", method, "second_factor_token", token, "code", "864209"));
  }

  private void forgetCodes() {
    town.the(org.springframework.jdbc.core.simple.JdbcClient.class)
        .sql("delete from identity.one_time_code")
        .update();
  }

  static String number(String start) {
    return start + "%08d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 100_000_000));
  }

  /** The statements that requests made, in their order; what runs by itself is left out. */
  private static final class Statements extends AppenderBase<ILoggingEvent> {
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Override
    protected void append(ILoggingEvent event) {
      String text = event.getFormattedMessage();
      if (event.getThreadName().matches("(tomcat|http).*") && text.contains("SQL statement [")) {
        seen.add(text.substring(text.indexOf('[')).replaceAll("\\s+", " "));
      }
    }

    @Override
    public void start() {
      super.start();
      seen.clear();
    }

    /** Without the switch of channels, which is read every two seconds, whoever asks. */
    List<String> seen() {
      return seen.stream().filter(statement -> !statement.contains("channel.channel")).toList();
    }
  }
}
