package dev.qiao.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ServerTest;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.api.PlatformClock;
import dev.qiao.bank.BankTransfers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@ServerTest
@TestPropertySource(properties = {"qiao.bank.work-every=PT24H", "qiao.wallet.sweep-every=PT24H"})
class BankMoveRoutesTest {
  private static final String PIN = "274916";

  @LocalServerPort private int port;
  @Autowired private BankTransfers bank;
  @Autowired private BankMoves moves;
  @Autowired private PlatformClock clock;

  private static int phones;
  private TestBrowser wallet;

  @BeforeEach
  void signUp() {
    wallet = signedUp();
    wallet.put("/v1/me/pin", Map.of("pin", PIN));
  }

  @AfterEach
  void letTimeRun() {
    clock.run();
  }

  @Test
  void showsTheFiveSandboxAccounts() {
    JsonNode items = wallet.get("/v1/linked-accounts").body().path("items");

    assertThat(items.size()).isEqualTo(5);
    assertThat(items.path(0).path("id").asString()).startsWith("lnk_");
    assertThat(items.path(0).path("bank").path("name").asString()).isEqualTo("云岭银行");
    assertThat(items.path(0).path("bank").path("name_en").asString()).isEqualTo("Yunling Bank");
    assertThat(items.path(0).path("tail").asString()).isEqualTo("8213");
    assertThat(items.path(4).path("behaviour").asString()).isEqualTo("silent");
  }

  @Test
  void tellsATopUpFromItsBeginningToItsEnd() {
    Answer begun = wallet.post("/v1/top-ups", UUID.randomUUID(), order("8213", 12_300));
    assertThat(begun.status()).isEqualTo(201);
    assertThat(begun.text("id")).startsWith("top_");
    assertThat(begun.text("state")).isEqualTo("processing");
    assertThat(begun.body().path("reason").isNull()).isTrue();
    assertThat(begun.body().path("finished_at").isNull()).isTrue();
    assertThat(begun.body().path("amount").path("amount").asLong()).isEqualTo(12_300);
    assertThat(begun.body().path("account").path("tail").asString()).isEqualTo("8213");
    assertThat(begun.text("receipt_number")).matches("\\d{20}");
    assertThat(Instant.parse(begun.text("deadline")))
        .isAfter(Instant.parse(begun.text("created_at")));

    Answer pending = wallet.get("/v1/activities/" + begun.text("id"));
    assertThat(pending.text("state")).isEqualTo("pending");
    assertThat(pending.text("deadline")).isEqualTo(begun.text("deadline"));

    arrive();
    Answer ended = wallet.get("/v1/top-ups/" + begun.text("id"));
    assertThat(ended.text("state")).isEqualTo("succeeded");
    assertThat(ended.text("finished_at")).isNotEmpty();

    Answer receipt = wallet.get("/v1/activities/" + begun.text("id"));
    assertThat(receipt.text("state")).isEqualTo("succeeded");
    assertThat(receipt.body().path("balance_after").path("amount").asLong()).isEqualTo(12_300);
    assertThat(receipt.body().path("bank").path("tail").asString()).isEqualTo("8213");
    assertThat(wallet.get("/v1/activities?filter=top_up").body().path("items").size()).isEqualTo(1);
    assertThat(wallet.get("/v1/activities?filter=out").body().path("items").size()).isZero();
    assertThat(wallet.get("/v1/activities?q=8213").body().path("items").size()).isEqualTo(1);
    assertThat(wallet.get("/v1/activities?q=0402").body().path("items").size()).isZero();
  }

  @Test
  void doesOnceWhatIsAskedTwice() {
    UUID key = UUID.randomUUID();
    Answer first = wallet.post("/v1/top-ups", key, order("8213", 100));
    Answer again = wallet.post("/v1/top-ups", key, order("8213", 100));
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(wallet.post("/v1/top-ups", key, order("8213", 101)).code())
        .isEqualTo("idempotency_key_reused");
    arrive();

    UUID out = UUID.randomUUID();
    Answer paid = wallet.post("/v1/withdrawals", out, withPin("8213", 60, PIN));
    assertThat(paid.status()).isEqualTo(201);
    assertThat(paid.text("id")).startsWith("wdr_");
    assertThat(wallet.post("/v1/withdrawals", out, withPin("8213", 60, PIN)).body())
        .isEqualTo(paid.body());
    assertThat(available()).isEqualTo(40);
    arrive();
    assertThat(wallet.get("/v1/withdrawals/" + paid.text("id")).text("state"))
        .isEqualTo("succeeded");
    assertThat(available()).isEqualTo(40);
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    assertThat(topUp(order("8213", 0)).code()).isEqualTo("amount_not_positive");
    assertThat(topUp(order("8213", -5)).code()).isEqualTo("amount_not_positive");
    assertThat(topUp(order("8213", 5_000_001)).code()).isEqualTo("amount_too_large");
    assertThat(
            topUp(Map.of("linked_account_id", account("8213"), "amount", money(1, "USD"))).code())
        .isEqualTo("currency_unsupported");
    assertThat(topUp(Map.of("linked_account_id", account("8213"))).code())
        .isEqualTo("field_invalid");
    assertThat(topUp(Map.of("amount", money(1, "CNY"))).code()).isEqualTo("field_invalid");
    assertThat(topUp(Map.of("linked_account_id", "lnk_0", "amount", money(1, "CNY"))).code())
        .isEqualTo("linked_account_unknown");
    Map<String, Object> more = new HashMap<>(order("8213", 1));
    more.put("state", "succeeded");
    assertThat(topUp(more).code()).isEqualTo("field_unknown");
    assertThat(wallet.post("/v1/top-ups", order("8213", 1)).code())
        .isEqualTo("idempotency_key_missing");
  }

  @Test
  void paysOutOnlyWithThePinAndWhatIsThere() {
    topUp(order("8213", 1_000));
    arrive();

    assertThat(withdraw(order("8213", 400)).code()).isEqualTo("pin_required");
    Answer wrong = withdraw(withPin("8213", 400, "111222"));
    assertThat(wrong.code()).isEqualTo("pin_wrong");
    assertThat(wrong.body().path("parameters").path("attempts_left").asInt()).isEqualTo(4);
    Answer tooMuch = withdraw(withPin("8213", 1_001, PIN));
    assertThat(tooMuch.code()).isEqualTo("insufficient_funds");
    assertThat(tooMuch.body().path("money").asString()).isEqualTo("not_taken");
    assertThat(tooMuch.body().path("parameters").path("available").asLong()).isEqualTo(1_000);
    assertThat(available()).isEqualTo(1_000);
  }

  @Test
  void refusesTheSameRequestForGood() {
    UUID key = UUID.randomUUID();
    Answer refused = wallet.post("/v1/withdrawals", key, withPin("8213", 400, PIN));
    assertThat(refused.code()).isEqualTo("insufficient_funds");
    topUp(order("8213", 1_000));
    arrive();

    Answer again = wallet.post("/v1/withdrawals", key, withPin("8213", 400, PIN));
    assertThat(again.body()).isEqualTo(refused.body());
    assertThat(withdraw(withPin("8213", 400, PIN)).status()).isEqualTo(201);
  }

  @Test
  void hidesWhatIsOtherPeoples() {
    Answer mine = topUp(order("8213", 1_000));
    TestBrowser other = signedUp();

    assertThat(other.get("/v1/top-ups/" + mine.text("id")).status()).isEqualTo(404);
    assertThat(wallet.get("/v1/withdrawals/" + mine.text("id")).status()).isEqualTo(404);
    assertThat(wallet.get("/v1/top-ups/top_0").status()).isEqualTo(404);
    String account =
        other.get("/v1/linked-accounts").body().path("items").path(0).path("id").asString();
    assertThat(topUp(Map.of("linked_account_id", account, "amount", money(1, "CNY"))).code())
        .isEqualTo("linked_account_unknown");
  }

  private TestBrowser signedUp() {
    TestBrowser browser = new TestBrowser(port, "wallet");
    assertThat(browser.signUp(String.format("139%08d", ++phones * 7919), "林小满").status())
        .isEqualTo(201);
    return browser;
  }

  private Answer topUp(Object body) {
    return wallet.post("/v1/top-ups", UUID.randomUUID(), body);
  }

  private Answer withdraw(Object body) {
    return wallet.post("/v1/withdrawals", UUID.randomUUID(), body);
  }

  private Map<String, Object> order(String tail, long minor) {
    return Map.of("linked_account_id", account(tail), "amount", money(minor, "CNY"));
  }

  private Map<String, Object> withPin(String tail, long minor, String pin) {
    Map<String, Object> body = new HashMap<>(order(tail, minor));
    body.put("pin", pin);
    body.put(
        "confirmation_id",
        wallet.post("/v1/withdrawals/confirmation", order(tail, minor)).text("id"));
    return body;
  }

  private static Map<String, Object> money(long minor, String currency) {
    return Map.of("amount", minor, "currency", currency);
  }

  private String account(String tail) {
    for (JsonNode account : wallet.get("/v1/linked-accounts").body().path("items")) {
      if (account.path("tail").asString().equals(tail)) {
        return account.path("id").asString();
      }
    }
    throw new AssertionError(tail);
  }

  private long available() {
    return wallet
        .get("/v1/wallet")
        .body()
        .path("balances")
        .path(0)
        .path("available")
        .path("amount")
        .asLong();
  }

  private void arrive() {
    bank.work();
    clock.stand(clock.instant().plus(Duration.ofSeconds(2)));
    bank.work();
    moves.sweep();
    clock.run();
  }
}
