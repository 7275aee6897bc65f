package dev.qiao.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.payment.PersonAccounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class IdempotencyTest extends TownTest {
  private Shopper ming;
  private Shop cafe;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 100_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
  }

  @Test
  void aRepeatedRequestGetsTheSameBytesMarkedAsSuch() {
    UUID begin = UUID.randomUUID();
    Map<String, Object> body = Map.of("qr", cafe.code(), "amount", Town.cny(10_00), "note", "拿铁");
    Answer first = ming.browser().post("/v1/payments", begin, body);
    Answer second = ming.browser().post("/v1/payments", begin, body);
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertSame(first, second);

    UUID confirm = UUID.randomUUID();
    Answer paid = ming.confirm(first.text("id"), confirm, 10_00, Town.PIN);
    assertSame(paid, ming.confirm(first.text("id"), confirm, 10_00, Town.PIN));

    UUID refund = UUID.randomUUID();
    assertSame(
        cafe.refund(first.text("id"), refund, 3_00), cafe.refund(first.text("id"), refund, 3_00));
    assertThat(ming.balance()).isEqualTo(93_00);
  }

  @Test
  void theStoredAnswerStaysAsItWasWhateverHappensLater() {
    String payment = ming.begin(cafe.code(), 10_00).text("id");
    UUID key = UUID.randomUUID();
    Answer paid = ming.confirm(payment, key, 10_00, Town.PIN);
    cafe.refund(payment, 10_00);

    assertSame(paid, ming.confirm(payment, key, 10_00, Town.PIN));
  }

  @Test
  void aKeyIsForOneContentOnly() {
    UUID key = UUID.randomUUID();
    ming.browser().post("/v1/payments", key, Map.of("qr", cafe.code(), "amount", Town.cny(10_00)));

    Answer other =
        ming.browser()
            .post("/v1/payments", key, Map.of("qr", cafe.code(), "amount", Town.cny(11_00)));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("idempotency_key_reused");
    assertThat(other.text("money")).isEqualTo("not_taken");
    String bank = ming.browser().get("/v1/linked-accounts").body().at("/items/0/id").asString();
    assertThat(
            ming.browser()
                .post(
                    "/v1/top-ups",
                    key,
                    Map.of("linked_account_id", bank, "amount", Town.cny(10_00)))
                .code())
        .as("another act under the same key")
        .isEqualTo("idempotency_key_reused");
  }

  @Test
  void aKeyBelongsToThePartyNotToItsSession() {
    UUID key = UUID.randomUUID();
    String payment = ming.begin(cafe.code(), 10_00).text("id");
    Answer paid = ming.confirm(payment, key, 10_00, Town.PIN);

    TestBrowser elsewhere = town.browser("wallet");
    elsewhere.signIn(ming.phone(), Town.PASSWORD);
    assertSame(paid, new Shopper(ming.person(), elsewhere).confirm(payment, key, 10_00, Town.PIN));

    Shopper chen = town.shopper("陈知远", 50_00);
    String own = chen.begin(cafe.code(), 10_00).text("id");
    assertThat(chen.confirm(own, key, 10_00, Town.PIN).header("Idempotent-Replayed")).isEmpty();
    assertThat(chen.balance()).isEqualTo(40_00);
  }

  @Test
  void aRequestWhoseFirstIsStillUnderWayIsToldToComeBack() {
    String payment = ming.begin(cafe.code(), 10_00).text("id");
    UUID key = UUID.randomUUID();
    CompletableFuture<Answer> first =
        whileTheAccountIsLocked(
            () -> {
              var running =
                  CompletableFuture.supplyAsync(() -> ming.confirm(payment, key, 10_00, Town.PIN));
              awaitWaiting();
              Answer second = ming.confirm(payment, key, 10_00, Town.PIN);
              assertThat(second.status()).isEqualTo(409);
              assertThat(second.code()).isEqualTo("request_in_flight");
              assertThat(second.text("retry")).isEqualTo("same_key");
              assertThat(second.text("money")).isEqualTo("unknown");
              assertThat(second.header("Retry-After")).isPresent();
              return running;
            });

    Answer paid = first.join();
    assertThat(paid.status()).isEqualTo(200);
    assertSame(paid, ming.confirm(payment, key, 10_00, Town.PIN));
    assertThat(ming.balance()).isEqualTo(90_00);
  }

  /** Keeps the ledger from moving money out of the wallet, as another posting would. */
  private CompletableFuture<Answer> whileTheAccountIsLocked(
      java.util.function.Supplier<CompletableFuture<Answer>> act) {
    long account = town.the(PersonAccounts.class).of(ming.person().id().value()).number();
    return town.the(TransactionOperations.class)
        .execute(
            status -> {
              town.the(JdbcClient.class)
                  .sql("select id from ledger.account where id = :id for update")
                  .param("id", account)
                  .query(Long.class)
                  .single();
              return act.get();
            });
  }

  private void awaitWaiting() {
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    while (town.the(JdbcClient.class)
            .sql("select count(*) from pg_locks where not granted")
            .query(Long.class)
            .single()
        == 0) {
      assertThat(Instant.now()).as("nobody waits for the account").isBefore(until);
      Thread.onSpinWait();
    }
  }

  private static void assertSame(Answer first, Answer again) {
    assertThat(again.status()).isEqualTo(first.status());
    assertThat(again.raw().body()).isEqualTo(first.raw().body());
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
  }
}
