package dev.qiao.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.Shopper;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.Town;
import dev.qiao.TownTest;
import dev.qiao.api.App;
import dev.qiao.api.Caller;
import dev.qiao.api.Once;
import dev.qiao.identity.CredentialChange;
import dev.qiao.identity.CredentialChanges;
import dev.qiao.identity.OperatorRole;
import dev.qiao.ledger.Ledger;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.Authority;
import dev.qiao.payment.Confirmation;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PaymentId;
import dev.qiao.payment.Payments;
import dev.qiao.payment.PersonAccounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A frozen wallet takes money in and lets none out, whoever froze it and from wherever. */
class FreezeTest extends TownTest {
  private Shopper ming;
  private Shopper chen;
  private Shop cafe;

  @BeforeEach
  void open() {
    ming = town.shopper("林小满", 900_00);
    chen = town.shopper("陈远航", 900_00);
    cafe = town.shop("山岚咖啡", "Mist Coffee");
  }

  @Test
  void oneTapAndNothingLeavesButMoneyComesIn() {
    String waiting = ming.begin(cafe.code(), 10_00).text("id");
    Map<String, Object> words = words(ming.ask(waiting));
    assertThat(freeze(ming).body().path("frozen").asBoolean()).isTrue();

    assertThat(ming.confirm(waiting, UUID.randomUUID(), 10_00, words).code())
        .as("confirmed before, sent after")
        .isEqualTo("account_frozen");
    assertThat(ming.ask(ming.begin(cafe.code(), 5_00).text("id")).code())
        .isEqualTo("account_frozen");
    assertThat(ming.ask(ming.beginTransfer(chen, 5_00).text("id")).code())
        .isEqualTo("account_frozen");
    assertThat(withdraw(ming).code()).isEqualTo("account_frozen");
    assertThat(ming.balance()).isEqualTo(900_00);

    chen.send(ming, 20_00);
    assertThat(ming.balance()).isEqualTo(920_00);
    assertThat(ming.browser().get("/v1/session").status()).as("still signed in").isEqualTo(200);
    assertThat(notice(ming).path("what").asString()).isEqualTo("wallet_frozen");
  }

  @Test
  void afterTheAnswerNothingLeavesHoweverManyPayAtOnce() throws Exception {
    int payers = 16;
    List<PaymentId> payments =
        IntStream.range(0, payers * 4)
            .mapToObj(n -> PaymentId.from(ming.begin(cafe.code(), 1_00).text("id")))
            .toList();
    Caller caller = caller(ming);
    CountDownLatch start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> paid =
          IntStream.range(0, payers)
              .mapToObj(
                  n ->
                      threads.submit(
                          () -> {
                            start.await();
                            int done = 0;
                            for (int i = n; i < payments.size(); i += payers) {
                              done += pay(payments.get(i), caller) ? 1 : 0;
                            }
                            return done;
                          }))
              .toList();
      start.countDown();
      assertThat(freeze(ming).status()).isEqualTo(200);
      long atTheAnswer = balance(ming);
      int done = 0;
      for (Future<Integer> one : paid) {
        done += one.get();
      }
      assertThat(balance(ming)).isEqualTo(atTheAnswer);
      assertThat(balance(ming)).isEqualTo(900_00 - done * 1_00L);
    }
    assertThat(ming.ask(ming.begin(cafe.code(), 1_00).text("id")).code())
        .isEqualTo("account_frozen");
  }

  @Test
  void aLinkFreezesOnceWithoutSigningInAndTellsNothing() {
    String token = token(ming);
    TestBrowser anybody = town.browser("wallet");
    Answer frozen = anybody.post("/v1/freeze-links/use", Map.of("token", token));
    assertThat(frozen.status()).isEqualTo(204);
    assertThat(frozen.raw().body()).isEmpty();
    assertThat(frozen.raw().headers().allValues("set-cookie")).isEmpty();
    assertThat(isFrozen(ming)).isTrue();
    assertThat(isFrozen(chen)).as("only whoever it was sent to").isFalse();

    Answer again = anybody.post("/v1/freeze-links/use", Map.of("token", token));
    assertThat(again.code()).isEqualTo("freeze_link_invalid");
    Answer none = anybody.post("/v1/freeze-links/use", Map.of("token", "A".repeat(43)));
    assertThat(none.raw().body().replace(none.body().path("reference").asString(), ""))
        .as("a used link and none at all look the same")
        .isEqualTo(again.raw().body().replace(again.body().path("reference").asString(), ""));
  }

  @Test
  void aLinkDies() {
    String token = token(ming);
    town.the(JdbcClient.class)
        .sql("update protection.freeze_link set expires_at = expires_at - interval '7 days'")
        .update();
    assertThat(town.browser("wallet").post("/v1/freeze-links/use", Map.of("token", token)).code())
        .isEqualTo("freeze_link_invalid");
    assertThat(isFrozen(ming)).isFalse();
  }

  @Test
  void onlyHashesOfLinksAreKept() {
    String token = token(ming);
    Long found =
        town.the(JdbcClient.class)
            .sql(
                "select count(*) from protection.freeze_link where encode(token_hash, 'escape') like :token")
            .param("token", "%" + token + "%")
            .query(Long.class)
            .single();
    assertThat(found).isZero();
  }

  @Test
  void guessingIsCutShort() {
    TestBrowser thief = town.browser("wallet");
    Answer last = null;
    for (int i = 0; i < 101; i++) {
      last = thief.post("/v1/freeze-links/use", Map.of("token", "guess-" + i));
    }
    assertThat(last.code()).isEqualTo("too_many_attempts");
  }

  @Test
  void anotherSitesPageCannotSendIt() {
    assertThat(
            town.browser("none")
                .post("/v1/freeze-links/use", Map.of("token", token(ming)))
                .status())
        .isEqualTo(400);
    assertThat(isFrozen(ming)).isFalse();
  }

  @Test
  void thawingTakesMoreThanAPin() {
    freeze(ming);
    Answer asked = ming.browser().post("/v1/wallet/freeze/confirmation", Map.of());
    assertThat(asked.body().path("methods").toString()).isEqualTo("[\"pin_and_code\"]");
    assertThat(thaw(ming, words(asked)).code()).isEqualTo("stronger_factor_required");

    assertThat(thaw(ming, withCode(ming, asked)).body().path("frozen").asBoolean()).isFalse();
    ming.pay(cafe, 1_00);
    assertThat(notice(ming).path("what").asString()).isEqualTo("wallet_thawed");
  }

  @Test
  void anothersConfirmationThawsNothing() {
    freeze(ming);
    freeze(chen);
    Answer chens = chen.browser().post("/v1/wallet/freeze/confirmation", Map.of());
    assertThat(thaw(ming, withCode(ming, chens)).code()).isEqualTo("confirmation_invalid");
    assertThat(isFrozen(ming)).isTrue();
  }

  @Test
  void afterAChangeThawingWaitsADayAndALinkCallsItOff() {
    change(ming);
    freeze(ming);
    Answer asked = ming.browser().post("/v1/wallet/freeze/confirmation", Map.of());
    Answer thawing = thaw(ming, withCode(ming, asked));
    assertThat(thawing.body().path("frozen").asBoolean()).isTrue();
    assertThat(thawing.body().path("thaws_at").isNull()).isFalse();
    assertThat(ming.ask(ming.begin(cafe.code(), 1_00).text("id")).code())
        .isEqualTo("account_frozen");

    assertThat(
            town.browser("wallet")
                .post("/v1/freeze-links/use", Map.of("token", token(ming)))
                .status())
        .isEqualTo(204);
    assertThat(ming.browser().get("/v1/wallet/freeze").body().path("thaws_at").isNull()).isTrue();

    asked = ming.browser().post("/v1/wallet/freeze/confirmation", Map.of());
    thaw(ming, withCode(ming, asked));
    town.the(JdbcClient.class)
        .sql("update protection.freeze set thaw_at = thaw_at - interval '24 hours'")
        .update();
    town.the(Freezes.class).sweep();
    assertThat(isFrozen(ming)).isFalse();
    ming.pay(cafe, 1_00);
  }

  @Test
  void whatAnOperatorFrozeTwoOperatorsEnd() {
    TestBrowser ann = town.operator(OperatorRole.RISK);
    assertThat(order(ann, "freeze").status()).isEqualTo(200);
    freeze(ming);
    assertThat(ming.browser().post("/v1/wallet/freeze/confirmation", Map.of()).code())
        .isEqualTo("frozen_by_operator");
    assertThat(order(ann, "freeze").code()).isEqualTo("nothing_to_change");
    approve(order(ann, "unfreeze"));
    assertThat(notice(ming).path("what").asString()).isEqualTo("wallet_thawed");
    ming.pay(cafe, 1_00);
    assertThat(order(ann, "unfreeze").code()).isEqualTo("nothing_to_change");
  }

  @Test
  void whatAPersonFrozeAnOperatorTakesOverAndTwoMayEnd() {
    TestBrowser ann = town.operator(OperatorRole.RISK);
    freeze(ming);
    JsonNode standing = ann.get(account()).body();
    assertThat(standing.path("debit_frozen").asBoolean()).isTrue();
    assertThat(standing.path("frozen_by_person").asBoolean()).isTrue();
    assertThat(order(ann, "freeze").status()).isEqualTo(200);
    assertThat(ann.get(account()).body().path("frozen_by_person").asBoolean()).isFalse();
    assertThat(ming.browser().get("/v1/wallet/freeze").body().path("by_operator").asBoolean())
        .isTrue();

    freeze(chen);
    approve(order(ann, "unfreeze"));
    assertThat(isFrozen(ming)).isFalse();
    assertThat(isFrozen(chen)).isTrue();
  }

  @Test
  void anEndThatWaitsForASecondOperatorIsStaleWhenThePersonWasFaster() {
    TestBrowser ann = town.operator(OperatorRole.RISK);
    freeze(ming);
    Answer proposed = order(ann, "unfreeze");
    thaw(ming, withCode(ming, ming.browser().post("/v1/wallet/freeze/confirmation", Map.of())));
    assertThat(decide(proposed).code()).isEqualTo("proposal_stale");
  }

  private Answer order(TestBrowser operator, String act) {
    return operator.post(
        account() + "/" + act,
        UUID.randomUUID(),
        Map.of("side", "debit", "reason", "court order 7"));
  }

  private String account() {
    return "/v1/operations/accounts/" + ming.person().id().text();
  }

  private void approve(Answer proposed) {
    assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
    assertThat(decide(proposed).status()).isEqualTo(200);
  }

  private Answer decide(Answer proposed) {
    return town.operator(OperatorRole.COMPLIANCE)
        .post(
            "/v1/operations/proposals/" + proposed.text("proposal_id") + "/approve",
            UUID.randomUUID(),
            Map.of("reason", "cleared"));
  }

  private Answer freeze(Shopper person) {
    return person.browser().put("/v1/wallet/freeze", Map.of());
  }

  private Answer thaw(Shopper person, Map<String, Object> words) {
    return person.browser().post("/v1/wallet/freeze/thaw", words);
  }

  private boolean isFrozen(Shopper person) {
    return person.browser().get("/v1/wallet/freeze").body().path("frozen").asBoolean();
  }

  /** A new password: something by which a thief could have come in. */
  private void change(Shopper person) {
    town.the(CredentialChanges.class)
        .record(person.person().id().value(), CredentialChange.PASSWORD_CHANGED);
  }

  /** The token of the link in a notice. */
  private String token(Shopper person) {
    change(person);
    String link = notice(person).path("link").asString();
    assertThat(link).startsWith("http://localhost:").contains("/freeze#");
    return link.substring(link.indexOf('#') + 1);
  }

  private JsonNode notice(Shopper person) {
    return person.browser().message(person.phone(), "security_notice");
  }

  private static Map<String, Object> words(Answer asked) {
    return Map.of("confirmation_id", asked.text("id"), "pin", Town.PIN);
  }

  private static Map<String, Object> withCode(Shopper person, Answer asked) {
    Map<String, Object> words = new HashMap<>(words(asked));
    words.putAll(person.code());
    return words;
  }

  private Answer withdraw(Shopper person) {
    String account =
        person.browser().get("/v1/linked-accounts").body().at("/items/0/id").asString();
    return person
        .browser()
        .post(
            "/v1/withdrawals/confirmation",
            Map.of("linked_account_id", account, "amount", Town.cny(1_00)));
  }

  private boolean pay(PaymentId payment, Caller caller) {
    return town.the(Payments.class)
            .confirm(
                payment,
                caller,
                new Authority.Granted("test"),
                Money.of(1_00, Unit.of("CNY")),
                Once.unasked(),
                Payment::id)
        instanceof Confirmation.Confirmed;
  }

  private long balance(Shopper person) {
    return town.the(Ledger.class)
        .balance(town.the(PersonAccounts.class).of(person.person().id().value()))
        .posted();
  }

  private static Caller caller(Shopper person) {
    return new Caller(
        App.WALLET,
        Caller.Kind.PERSON,
        person.person().id().value(),
        UUID.randomUUID(),
        Optional.empty(),
        Optional.empty(),
        "test");
  }
}
