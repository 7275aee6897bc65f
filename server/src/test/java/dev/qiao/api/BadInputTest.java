package dev.qiao.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What nobody means to send, sent to every route that moves money. */
class BadInputTest extends TownTest {
  private static final String AMOUNT = "AMOUNT";

  /** A route that takes an amount; the body has {@link #AMOUNT} where the amount goes. */
  private record Route(TestBrowser browser, String path, String body) {
    Answer send(String amount) {
      return browser.postText(path, UUID.randomUUID(), body.replace(AMOUNT, amount));
    }

    Answer sendMinor(String minor) {
      return send("{\"amount\":" + minor + ",\"currency\":\"CNY\"}");
    }
  }

  private Shopper ming;
  private Shop cafe;
  private Map<String, Route> routes;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 100_00);
    Shopper chen = town.shopper("陈知远", 0);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
    String paid = ming.pay(cafe, 50_00);
    String payee =
        ming.browser().post("/v1/payees", Map.of("phone", chen.phone())).text("payee_id");
    String bank = ming.browser().get("/v1/linked-accounts").body().at("/items/0/id").asString();
    routes = new LinkedHashMap<>();
    wallet("payment", "/v1/payments", "{\"qr\":\"" + cafe.code() + "\",\"amount\":AMOUNT}");
    wallet(
        "confirm",
        "/v1/payments/" + ming.begin(cafe.code(), 10_00).text("id") + "/confirm",
        "{\"pin\":\"" + Town.PIN + "\",\"amount\":AMOUNT}");
    wallet("transfer", "/v1/transfers", "{\"payee_id\":\"" + payee + "\",\"amount\":AMOUNT}");
    wallet("top-up", "/v1/top-ups", "{\"linked_account_id\":\"" + bank + "\",\"amount\":AMOUNT}");
    wallet(
        "withdrawal",
        "/v1/withdrawals",
        "{\"linked_account_id\":\"" + bank + "\",\"pin\":\"" + Town.PIN + "\",\"amount\":AMOUNT}");
    till(
        "ask",
        "/v1/merchant/payments",
        "{\"store_id\":\"" + cafe.store() + "\",\"amount\":AMOUNT}");
    till("refund", "/v1/merchant/payments/" + paid + "/refunds", "{\"amount\":AMOUNT}");
  }

  private void wallet(String name, String path, String body) {
    routes.put(name, new Route(ming.browser(), path, body));
  }

  private void till(String name, String path, String body) {
    routes.put(name, new Route(cafe.owner(), path, body));
  }

  @Test
  void amountsAreWholePositiveNumbersWithinTheLimit() {
    everywhere("0", "amount_not_positive");
    everywhere("-0", "amount_not_positive");
    everywhere("-1", "amount_not_positive");
    everywhere("-9223372036854775808", "amount_not_positive");
    everywhere("9007199254740993", "amount_too_large");
    everywhere("9223372036854775807", "amount_too_large");
    for (String minor :
        List.of(
            "8800.0",
            "88e2",
            "0.01",
            "1e-2",
            "\"8800\"",
            "true",
            "[1]",
            "{}",
            "null",
            "9223372036854775808",
            "1" + "0".repeat(400))) {
      everywhere(minor, "amount_invalid");
    }
    assertThat(ming.balance()).isEqualTo(50_00);
    assertThat(cafe.balance()).isEqualTo(50_00);
  }

  @Test
  void notEvenTheLargestNumberOfJsonIsWithinTheLimit() {
    long limit = ming.browser().get("/v1/platform").body().path("payment_limit").asLong();
    for (String name : List.of("payment", "transfer", "top-up", "withdrawal", "ask")) {
      Answer answer = routes.get(name).sendMinor(Long.toString(limit + 1));
      assertThat(answer.code()).as(name).isEqualTo("amount_too_large");
      assertThat(answer.body().at("/parameters/limit").asLong()).as(name).isEqualTo(limit);
    }
    assertThat(routes.get("payment").sendMinor(Long.toString(limit)).status()).isEqualTo(201);
  }

  @Test
  void onlyThePlatformsCurrencyMoves() {
    routes.forEach(
        (name, route) -> {
          assertThat(route.send("{\"amount\":1,\"currency\":\"USD\"}").code())
              .as(name)
              .isEqualTo("currency_unsupported");
          assertThat(route.send("{\"amount\":1,\"currency\":\"cny\"}").code())
              .as(name)
              .isEqualTo("currency_unsupported");
          assertThat(route.send("{\"amount\":1}").status()).as(name).isEqualTo(400);
          assertThat(route.send("{\"currency\":\"CNY\"}").status()).as(name).isEqualTo(400);
          assertThat(route.send("null").status()).as(name).isEqualTo(400);
          assertThat(route.send("1").status()).as(name).isEqualTo(400);
        });
  }

  @Test
  void fieldsThatNobodyKnowsAreNamed() {
    routes.forEach(
        (name, route) -> {
          Answer answer =
              route
                  .browser()
                  .postText(
                      route.path(),
                      UUID.randomUUID(),
                      route
                          .body()
                          .replace(AMOUNT, "{\"amount\":1,\"currency\":\"CNY\"}")
                          .replaceFirst("\\{", "{\"state\":\"succeeded\","));
          assertThat(answer.status()).as(name).isEqualTo(400);
          assertThat(answer.code()).as(name).isEqualTo("field_unknown");
          assertThat(answer.body().at("/parameters/field").asString()).as(name).isEqualTo("state");
        });
  }

  @Test
  void whatIsNotJsonIsMalformed() {
    routes.forEach(
        (name, route) -> {
          for (String body :
              List.of(
                  "",
                  "{",
                  "[]",
                  "\"\"",
                  "null",
                  "{\"amount\":{\"amount\":1,}}",
                  "amount=1",
                  "\u0000")) {
            Answer answer = route.browser().postText(route.path(), UUID.randomUUID(), body);
            assertThat(answer.status()).as("%s: %s", name, body).isEqualTo(400);
            assertThat(answer.text("money")).as("%s: %s", name, body).isEqualTo("not_taken");
          }
          var request =
              route
                  .browser()
                  .write(route.path())
                  .header("Idempotency-Key", UUID.randomUUID().toString());
          Answer form =
              route
                  .browser()
                  .send(
                      request
                          .setHeader("Content-Type", "application/x-www-form-urlencoded")
                          .POST(BodyPublishers.ofString("amount=1")));
          assertThat(form.code()).as(name).isEqualTo("unsupported_media_type");
        });
  }

  @Test
  void aKeyIsNeeded() {
    routes.forEach(
        (name, route) -> {
          String body = route.body().replace(AMOUNT, "{\"amount\":1,\"currency\":\"CNY\"}");
          Answer missing =
              route
                  .browser()
                  .send(route.browser().write(route.path()).POST(BodyPublishers.ofString(body)));
          assertThat(missing.status()).as(name).isEqualTo(400);
          assertThat(missing.code()).as(name).isEqualTo("idempotency_key_missing");
          for (String key : List.of(" ", "k".repeat(129), "a b")) {
            Answer answer =
                route
                    .browser()
                    .send(
                        route
                            .browser()
                            .write(route.path())
                            .header("Idempotency-Key", key)
                            .POST(BodyPublishers.ofString(body)));
            assertThat(answer.code())
                .as("%s: %s", name, key)
                .isIn("field_invalid", "idempotency_key_missing");
          }
        });
    assertThat(ming.balance()).isEqualTo(50_00);
  }

  @Test
  void wordsThatAreTooLongOrUnprintableAreNamed() {
    for (String note :
        List.of("x".repeat(61), "a\\u0007b", "a\\nb", "a\\ud800b", "a\\u202eb", "a\\u2028b")) {
      Answer answer =
          ming.browser()
              .postText(
                  "/v1/payments",
                  UUID.randomUUID(),
                  "{\"qr\":\""
                      + cafe.code()
                      + "\",\"amount\":{\"amount\":1,\"currency\":\"CNY\"},\"note\":\""
                      + note
                      + "\"}");
      assertThat(answer.code()).as(note).isEqualTo("field_invalid");
      assertThat(answer.body().at("/parameters/field").asString()).isEqualTo("note");
    }
  }

  @Test
  void halvesOfCharactersAreNoPassword() {
    Answer answer =
        town.browser("wallet")
            .postText(
                "/v1/sessions",
                UUID.randomUUID(),
                "{\"method\":\"password\",\"login\":\"13800138000\",\"password\":\"\\ud800\"}");
    assertThat(answer.code()).isEqualTo("field_invalid");
    assertThat(answer.body().at("/parameters/field").asString()).isEqualTo("password");
  }

  @Test
  void bodiesLargerThanAnythingAskedForAreNotRead() {
    TestBrowser stranger = town.browser("wallet");
    String login =
        "{\"method\":\"password\",\"login\":\"x\",\"password\":\"" + "x".repeat(64 * 1024);
    byte[] large = login.getBytes(StandardCharsets.UTF_8);
    Answer told = stranger.postText("/v1/sessions", UUID.randomUUID(), login);
    Answer untold =
        stranger.send(
            stranger
                .write("/v1/sessions")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
    for (Answer answer : List.of(told, untold)) {
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.code()).isEqualTo("body_too_large");
    }
    byte[] small = "{\"phone\":\"1\"}".getBytes(StandardCharsets.UTF_8);
    Answer read =
        ming.browser()
            .send(
                ming.browser()
                    .write("/v1/payees")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(small))));
    assertThat(read.code()).isEqualTo("phone_invalid");
  }

  @Test
  void whatIsNoTextIsTheCallersFault() throws IOException {
    Answer query = ming.browser().get("/v1/activities?q=%ff");
    assertThat(query.code()).isEqualTo("field_invalid");
    String header =
        raw(
            "POST /v1/sessions",
            "Qiao-App: wallet\r\nUser-Agent: \u00ff\r\n",
            "{\"method\":\"x\"}");
    assertThat(header).startsWith("HTTP/1.1 400").contains("field_invalid");
  }

  @Test
  void theLastResortIsNoPlaceToGo() {
    Answer answer = ming.browser().get("/error");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void cookiesThatCannotBeReadAreNotLogged(CapturedOutput log) throws IOException {
    assertThat(raw("GET /v1/wallet", "Cookie: qiao_wallet=s3cret\u0001\r\n", ""))
        .startsWith("HTTP/1.1 400");
    assertThat(log.getAll()).doesNotContain("s3cret");
  }

  /** Sends what no browser would, and reads the answer to its end. */
  private String raw(String line, String headers, String body) throws IOException {
    int port = ming.browser().request("/").build().uri().getPort();
    try (Socket socket = new Socket("localhost", port)) {
      String request =
          line
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
              + headers
              + "Content-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void idsOfAnotherKindOrNoKindDoNotExist() {
    for (String id :
        List.of(
            "pay_",
            "pay_00000000000000000000000000",
            "nonsense",
            "trf_01h455vb4pex5vsknk084sn02q",
            "1",
            "pay_8zzzzzzzzzzzzzzzzzzzzzzzzz",
            "..%2f..",
            "pay_01h455vb4pex5vsknk084sn02Q")) {
      for (String things :
          List.of("payments", "transfers", "top-ups", "withdrawals", "activities")) {
        Answer answer = ming.browser().get("/v1/" + things + "/" + id);
        assertThat(answer.status()).as("%s %s", things, id).isIn(400, 404);
        assertThat(answer.code()).as("%s %s", things, id).isNotEqualTo("internal");
      }
    }
  }

  @Test
  void everyProblemSaysWhatHappenedAndWhetherMoneyWasTaken() {
    Answer answer = routes.get("payment").sendMinor("0");
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/problem+json");
    assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(answer.body().propertyNames())
        .contains(
            "type",
            "title",
            "status",
            "code",
            "blame",
            "retry",
            "money",
            "reference",
            "parameters");
    assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
    assertThat(answer.text("reference")).startsWith("req_");
    assertThat(answer.text("money")).isEqualTo("not_taken");
  }

  private void everywhere(String minor, String code) {
    routes.forEach(
        (name, route) -> {
          // Any amount may be confirmed or given back as far as the limit is concerned.
          boolean unlimited =
              code.equals("amount_too_large") && List.of("confirm", "refund").contains(name);
          Answer answer = route.sendMinor(minor);
          assertThat(answer.status()).as("%s of %s", name, minor).isBetween(400, 422);
          assertThat(answer.text("money")).as("%s of %s", name, minor).isEqualTo("not_taken");
          if (!unlimited) {
            assertThat(answer.code()).as("%s of %s", name, minor).isEqualTo(code);
          }
        });
  }
}
