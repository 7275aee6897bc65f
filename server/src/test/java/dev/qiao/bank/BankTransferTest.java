package dev.qiao.bank;

import static dev.qiao.bank.BankTransfer.State.CREATED;
import static dev.qiao.bank.BankTransfer.State.FAILED;
import static dev.qiao.bank.BankTransfer.State.SUBMITTED;
import static dev.qiao.bank.BankTransfer.State.SUCCEEDED;
import static dev.qiao.bank.BankTransfer.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ServerTest;
import dev.qiao.api.PlatformClock;
import dev.qiao.bank.BankAnswers.Effect;
import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.vault.Life;
import dev.qiao.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** Nothing runs by itself here: each test takes the steps one by one, and sets the clock. */
@ServerTest
@Import(FlakyBank.class)
@TestPropertySource(properties = {"qiao.bank.work-every=PT24H", "qiao.wallet.sweep-every=PT24H"})
class BankTransferTest {
  private static final Money AMOUNT = Money.of(8800, Unit.of("CNY"));
  private static final Duration LEASE = Duration.ofMinutes(1);

  @Autowired private BankTransfers transfers;
  @Autowired private TransferWork work;
  @Autowired private BankAnswers answers;
  @Autowired private AnswerTables kept;
  @Autowired private LinkedAccounts accounts;
  @Autowired private LinkedAccountTables linked;
  @Autowired private SandboxBank sandbox;
  @Autowired private Vault vault;
  @Autowired private FlakyBank flaky;
  @Autowired private TransactionOperations transaction;
  @Autowired private JdbcClient db;
  @Autowired private Ids ids;
  @Autowired private PlatformClock clock;

  private UUID person;

  @BeforeEach
  void standStill() {
    clock.stand(clock.instant());
    person = ids.next();
    vault.keep(vault.fresh(person, Life.ERASABLE));
    flaky.mood = FlakyBank.Mood.WELL;
    work.run();
  }

  @AfterEach
  void letTimeRun() {
    clock.run();
  }

  @Test
  void givesEverybodyTheFiveSandboxAccountsOnce() {
    List<LinkedAccount> first = accounts.of(person);

    assertThat(first)
        .extracting(LinkedAccount::tail)
        .containsExactly("8213", "0402", "0408", "0409", "0504");
    assertThat(accounts.of(person)).isEqualTo(first);
    assertThat(accounts.find(ids.next(), first.getFirst().id())).isEmpty();
  }

  @Test
  void goesToTheBankAfterItIsWrittenDownAndEndsWithItsAnswer() {
    UUID id = order("8213");
    assertThat(state(id)).isEqualTo(CREATED);

    work.run();
    assertThat(state(id)).isEqualTo(SUBMITTED);

    pass(Duration.ofSeconds(2));
    assertThat(state(id)).isEqualTo(SUCCEEDED);
    assertThat(kept.effects(id)).containsExactly(Effect.APPLIED);
  }

  @Test
  void failsWithTheBanksReason() {
    UUID id = order("0402");
    work.run();
    pass(Duration.ofSeconds(2));

    assertThat(transfers.look(id).orElseThrow().state()).isEqualTo(FAILED);
    assertThat(transfers.look(id).orElseThrow().reason()).contains("bank_declined");
  }

  @Test
  void waitsForALateAnswer() {
    UUID id = order("0408");
    work.run();
    pass(Duration.ofSeconds(19));
    assertThat(state(id)).isEqualTo(SUBMITTED);

    pass(Duration.ofSeconds(1));
    assertThat(state(id)).isEqualTo(SUCCEEDED);
  }

  @Test
  void keepsASecondAnswerWithoutEffect() {
    UUID id = order("0409");
    work.run();
    pass(Duration.ofSeconds(2));
    pass(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(5));

    assertThat(state(id)).isEqualTo(SUCCEEDED);
    assertThat(kept.effects(id)).containsExactly(Effect.APPLIED, Effect.REPEATED);
  }

  @Test
  void isUnknownWhenTheBanksTimeIsUpUntilTheBankSaysWhenAsked() {
    UUID id = order("0504");
    work.run();
    pass(Duration.ofSeconds(29));
    assertThat(state(id)).isEqualTo(SUBMITTED);

    pass(Duration.ofSeconds(1));
    assertThat(state(id)).isEqualTo(UNKNOWN);

    pass(Duration.ofSeconds(14));
    assertThat(state(id)).isEqualTo(UNKNOWN);

    pass(Duration.ofSeconds(6));
    assertThat(state(id)).isEqualTo(SUCCEEDED);
  }

  @Test
  void asksTheBankWhenSomebodyLooks() {
    UUID id = order("0504");
    work.run();
    pass(Duration.ofSeconds(30));
    clock.stand(clock.instant().plusSeconds(15)); // Nobody works.

    assertThat(transfers.look(id).orElseThrow().state()).isEqualTo(SUCCEEDED);
  }

  @Test
  void isSubmittedAgainWhenWhoeverTookItDied() {
    UUID id = order("8213");
    assertThat(work.claim()).extracting(transfer -> transfer.order().id()).contains(id);

    work.run();
    assertThat(state(id)).as("leased").isEqualTo(CREATED);

    pass(LEASE);
    assertThat(state(id)).isEqualTo(SUBMITTED);
  }

  @Test
  void isDoneOnceWhenWeDiedAfterTheBankGotIt() {
    UUID id = order("8213");
    BankTransfer taken = work.claim().getFirst();
    sandbox.submit(taken.order(), linked.find(taken.order().account()).orElseThrow());

    pass(LEASE);
    work.run();

    assertThat(state(id)).isEqualTo(SUCCEEDED);
    assertThat(kept.effects(id)).containsExactly(Effect.APPLIED);
  }

  @Test
  void isUnknownWhenTheConnectionBrokeBeforeTheBankGotIt() {
    flaky.mood = FlakyBank.Mood.BREAKS_BEFORE;
    UUID id = orderAtFlaky();
    work.run();
    assertThat(state(id)).isEqualTo(UNKNOWN);

    flaky.mood = FlakyBank.Mood.WELL;
    pass(Duration.ofSeconds(5)); // Asked, it never got it: submitted again.
    assertThat(state(id)).isEqualTo(UNKNOWN);
    pass(Duration.ofSeconds(5));
    assertThat(state(id)).isEqualTo(SUCCEEDED);
  }

  @Test
  void isUnknownWhenTheConnectionBrokeAfterTheBankGotIt() {
    flaky.mood = FlakyBank.Mood.BREAKS_AFTER;
    UUID id = orderAtFlaky();
    work.run();
    assertThat(state(id)).isEqualTo(UNKNOWN);

    flaky.mood = FlakyBank.Mood.WELL;
    pass(Duration.ofSeconds(5));
    assertThat(state(id)).isEqualTo(SUCCEEDED);
    assertThat(flaky.submissions(id)).isEqualTo(1);
  }

  @Test
  void failsAtOnceWhenTheBankRefusesTheOrder() {
    flaky.mood = FlakyBank.Mood.REFUSES;
    UUID id = orderAtFlaky();
    work.run();

    assertThat(state(id)).isEqualTo(FAILED);
  }

  @Test
  void staysUnknownAfterTheDeadlineUntilSomebodyLooks() {
    flaky.mood = FlakyBank.Mood.BREAKS_AFTER;
    UUID id = orderAtFlaky();
    work.run();
    for (int hours = 0; hours < 3; hours++) {
      pass(Duration.ofHours(1));
    }
    int asked = flaky.inquiries(id);
    pass(Duration.ofDays(3));
    assertThat(flaky.inquiries(id)).as("asked no more").isEqualTo(asked);
    assertThat(state(id)).isEqualTo(UNKNOWN);

    flaky.mood = FlakyBank.Mood.WELL;
    assertThat(transfers.look(id).orElseThrow().state()).isEqualTo(SUCCEEDED);
  }

  @Test
  void asksMoreAndMoreRarely() {
    flaky.mood = FlakyBank.Mood.BREAKS_AFTER;
    UUID id = orderAtFlaky();
    work.run();
    for (int seconds = 0; seconds < 3600; seconds += 5) {
      pass(Duration.ofSeconds(5));
    }

    assertThat(flaky.inquiries(id)).isBetween(15, 40);
  }

  @Test
  void takesAnAnswerThatComesBeforeTheSubmissionIsWrittenDown() {
    UUID id = order("8213");
    BankTransfer taken = work.claim().getFirst();
    assertThat(answers.receive(answer(id, "early", AMOUNT, new Outcome.Succeeded())))
        .contains(Effect.APPLIED);

    work.act(taken);

    assertThat(state(id)).isEqualTo(SUCCEEDED);
  }

  @Test
  void keepsTheFirstWordAndFlagsTheOpposite() {
    UUID id = order("8213");
    assertThat(answers.receive(answer(id, "a", AMOUNT, new Outcome.Succeeded())))
        .contains(Effect.APPLIED);
    assertThat(answers.receive(answer(id, "b", AMOUNT, new Outcome.Declined("x"))))
        .contains(Effect.CONTRADICTS);
    assertThat(answers.receive(answer(id, "b", AMOUNT, new Outcome.Declined("x"))))
        .contains(Effect.REPEATED);

    assertThat(state(id)).isEqualTo(SUCCEEDED);
    assertThat(kept.effects(id)).containsExactly(Effect.APPLIED, Effect.CONTRADICTS);
    assertThat(transfers.flagged(10))
        .filteredOn(transfer -> transfer.order().id().equals(id))
        .extracting(BankTransfer::flag)
        .containsExactly(Optional.of("contradicts"));
  }

  @Test
  void believesOneOfTwoOppositeAnswersThatComeAtOnce() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 20; round++) {
        UUID id = order("8213");
        var yes =
            threads.submit(
                () -> answers.receive(answer(id, "yes", AMOUNT, new Outcome.Succeeded())));
        var no =
            threads.submit(
                () -> answers.receive(answer(id, "no", AMOUNT, new Outcome.Declined("x"))));

        assertThat(List.of(yes.get().orElseThrow(), no.get().orElseThrow()))
            .containsExactlyInAnyOrder(Effect.APPLIED, Effect.CONTRADICTS);
      }
    }
  }

  @Test
  void refusesAnAnswerAboutAnotherAmount() {
    UUID id = order("8213");
    Money less = Money.of(AMOUNT.minor() - 1, AMOUNT.unit());

    assertThat(answers.receive(answer(id, "a", less, new Outcome.Succeeded())))
        .contains(Effect.AMOUNT_DIFFERS);

    assertThat(state(id)).isEqualTo(CREATED);
    assertThat(transfers.flagged(10)).extracting(transfer -> transfer.order().id()).contains(id);
  }

  @Test
  void takesNoAnswerAboutSomethingElse() {
    assertThat(answers.receive(answer(ids.next(), "a", AMOUNT, new Outcome.Succeeded()))).isEmpty();
  }

  @Test
  void isTakenByOneOnlyHoweverManyWork() throws Exception {
    List<UUID> ordered = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ordered.add(order("8213"));
    }
    List<UUID> taken = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<List<BankTransfer>>> claims = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        claims.add(threads.submit(work::claim));
      }
      for (Future<List<BankTransfer>> claim : claims) {
        claim.get().forEach(transfer -> taken.add(transfer.order().id()));
      }
    }
    assertThat(taken).doesNotHaveDuplicates().containsAll(ordered);
  }

  @Test
  void cannotUnsayAnAnswer() {
    UUID id = order("8213");
    answers.receive(answer(id, "a", AMOUNT, new Outcome.Succeeded()));

    assertThatThrownBy(
            () ->
                db.sql("update bank.answer set outcome = 'failed' where transfer = :id")
                    .param("id", id)
                    .update())
        .hasStackTraceContaining("permission denied");
  }

  private UUID order(String tail) {
    return order(
        accounts.of(person).stream()
            .filter(account -> account.tail().equals(tail))
            .findFirst()
            .orElseThrow());
  }

  private UUID orderAtFlaky() {
    var account =
        new LinkedAccount(
            new LinkedAccountId(ids.next()),
            person,
            "测试",
            "Test",
            "0001",
            FlakyBank.NAME,
            Optional.empty());
    linked.insert(account, clock.instant());
    return order(account);
  }

  private UUID order(LinkedAccount account) {
    var order =
        new TransferOrder(ids.next(), account.id(), TransferOrder.Direction.COLLECT, AMOUNT);
    transaction.executeWithoutResult(status -> transfers.order(order));
    return order.id();
  }

  private static Answer answer(UUID id, String event, Money amount, Outcome outcome) {
    return new Answer(SandboxBank.NAME, id + event, id, amount, outcome);
  }

  private BankTransfer.State state(UUID id) {
    return BankTransfer.State.valueOf(
        db.sql("select upper(state) from bank.transfer where id = :id")
            .param("id", id)
            .query(String.class)
            .single());
  }

  private void pass(Duration time) {
    Instant then = clock.instant().plus(time);
    clock.stand(then);
    work.run();
  }
}
