package dev.qiao.wallet;

import static dev.qiao.wallet.BankMove.State.FAILED;
import static dev.qiao.wallet.BankMove.State.PROCESSING;
import static dev.qiao.wallet.BankMove.State.SUCCEEDED;
import static dev.qiao.wallet.BankMove.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ServerTest;
import dev.qiao.api.App;
import dev.qiao.api.AuditEntry;
import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.Once;
import dev.qiao.api.PlatformClock;
import dev.qiao.api.Problem;
import dev.qiao.bank.BankTransfers;
import dev.qiao.bank.LinkedAccount;
import dev.qiao.bank.LinkedAccounts;
import dev.qiao.decision.Limits;
import dev.qiao.identity.Subject;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.Balance;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.Side;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.Authority;
import dev.qiao.payment.PersonAccounts;
import dev.qiao.vault.Life;
import dev.qiao.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Nothing runs by itself here: each test takes the steps one by one, and sets the clock. */
@ServerTest
@TestPropertySource(properties = {"qiao.bank.work-every=PT24H", "qiao.wallet.sweep-every=PT24H"})
class BankMoveTest {
  private static final Authority GRANTED = new Authority.Granted("test");

  @Autowired private BankMoves moves;
  @Autowired private BankMoveTables tables;
  @Autowired private BankMoveEnding ending;
  @Autowired private BankTransfers bank;
  @Autowired private LinkedAccounts accounts;
  @Autowired private Limits limits;
  @Autowired private PersonAccounts wallets;
  @Autowired private Ledger ledger;
  @Autowired private AuditTrail trail;
  @Autowired private JdbcClient db;
  @Autowired private Ids ids;
  @Autowired private Vault vault;
  @Autowired private PlatformClock clock;

  private Caller person;

  @BeforeEach
  void standStill() {
    clock.stand(clock.instant());
    person =
        new Caller(
            App.WALLET,
            Caller.Kind.PERSON,
            ids.next(),
            ids.next(),
            Optional.empty(),
            Optional.empty(),
            "127.0.0.1");
    vault.keep(vault.fresh(person.party(), Life.ERASABLE));
    limits.place(Subject.person(person.party()), Optional.of("class_3"), Optional.empty());
  }

  @AfterEach
  void letTimeRun() {
    clock.run();
  }

  @Test
  void aTopUpArrivesWhenTheBankSaysSo() {
    BankMove move = topUp("8213", 10_000);
    work();
    assertThat(stored(move)).isEqualTo(PROCESSING);
    assertThat(balance().posted()).isZero();

    pass(Duration.ofSeconds(2));
    assertThat(stored(move)).isEqualTo(SUCCEEDED);
    assertThat(balance().posted()).isEqualTo(10_000);
    assertThat(events(move)).containsExactly("top_up.succeeded");
    assertThat(ledger.postingsOf(move.id().text()))
        .as("set aside at the bank, then credited")
        .hasSize(2)
        .filteredOn(posting -> posting.id().equals(move.posting()))
        .singleElement()
        .satisfies(
            posting -> {
              assertThat(posting.kind()).isEqualTo("top_up");
              assertThat(posting.scene()).contains("app");
              assertThat(posting.channel()).contains(move.channel().value());
              assertThat(posting.legs().getFirst().debit().reference())
                  .isEqualTo("bank:sandbox:CNY");
            });
  }

  @Test
  void aDeclinedTopUpFails() {
    BankMove move = topUp("0402", 10_000);
    work();
    pass(Duration.ofSeconds(2));

    BankMove failed = find(move);
    assertThat(failed.state()).isEqualTo(FAILED);
    assertThat(failed.reason()).contains("bank_declined");
    assertThat(failed.finishedAt()).contains(clock.instant());
    assertThat(balance().posted()).isZero();
    assertThat(events(move)).containsExactly("top_up.failed");
  }

  @Test
  void aLateAnswerIsWaitedFor() {
    BankMove move = topUp("0408", 10_000);
    work();
    pass(Duration.ofSeconds(19));
    assertThat(stored(move)).isEqualTo(PROCESSING);

    pass(Duration.ofSeconds(1));
    assertThat(stored(move)).isEqualTo(SUCCEEDED);
    assertThat(balance().posted()).isEqualTo(10_000);
  }

  @Test
  void aSecondAnswerMovesNothing() {
    BankMove move = topUp("0409", 10_000);
    work();
    for (int seconds = 0; seconds < 10; seconds++) {
      pass(Duration.ofSeconds(1));
    }
    assertThat(answers(move)).isEqualTo(2);
    assertThat(balance().posted()).isEqualTo(10_000);
    assertThat(events(move)).containsExactly("top_up.succeeded");
  }

  @Test
  void silenceIsUnknownAndThenFoundOut() {
    BankMove move = topUp("0504", 10_000);
    long before = moves.countUnknown();
    work();
    pass(Duration.ofSeconds(30));
    assertThat(stored(move)).isEqualTo(UNKNOWN);
    assertThat(moves.countUnknown()).isEqualTo(before + 1);
    assertThat(moves.unknown(1)).extracting(BankMove::id).containsExactly(move.id());
    assertThat(balance().posted()).isZero();

    pass(Duration.ofSeconds(20));
    assertThat(stored(move)).isEqualTo(SUCCEEDED);
    assertThat(balance().posted()).isEqualTo(10_000);
    assertThat(events(move)).containsExactly("top_up.unknown", "top_up.succeeded");
  }

  @Test
  void lookingFindsOutToo() {
    BankMove move = topUp("0504", 10_000);
    work();
    pass(Duration.ofSeconds(30));
    clock.stand(clock.instant().plusSeconds(15)); // Nobody works or sweeps.

    assertThat(find(move).state()).isEqualTo(SUCCEEDED);
    assertThat(balance().posted()).isEqualTo(10_000);
  }

  @Test
  void aLostEventLosesNothing() {
    BankMove move = topUp("8213", 10_000);
    bankSaid(move, "succeeded", null);
    assertThat(stored(move)).isEqualTo(PROCESSING);

    clock.stand(clock.instant().plusSeconds(6));
    moves.sweep();
    moves.sweep();

    assertThat(stored(move)).isEqualTo(SUCCEEDED);
    assertThat(balance().posted()).isEqualTo(10_000);
  }

  @Test
  void aSweepThatDiedIsTakenOver() {
    BankMove move = topUp("8213", 10_000);
    bankSaid(move, "succeeded", null);
    clock.stand(clock.instant().plusSeconds(6));
    Instant now = clock.instant();
    assertThat(tables.claimDue(now, now.plusSeconds(30), 100)).contains(move.id().value());
    moves.sweep();
    assertThat(stored(move)).as("leased").isEqualTo(PROCESSING);

    clock.stand(now.plusSeconds(30));
    moves.sweep();
    assertThat(stored(move)).isEqualTo(SUCCEEDED);
  }

  @Test
  void manyEndingItAtOnceCreditOnce() throws Exception {
    BankMove in = topUp("8213", 10_000);
    bankSaid(in, "succeeded", null);
    atOnce(8, () -> ending.end(in.id().value()));
    assertThat(balance().posted()).isEqualTo(10_000);
    assertThat(events(in)).containsExactly("top_up.succeeded");

    BankMove out = withdraw("8213", 4_000);
    bankSaid(out, "succeeded", null);
    atOnce(8, () -> ending.end(out.id().value()));
    assertThat(balance().posted()).isEqualTo(6_000);
    assertThat(balance().held()).isZero();
    assertThat(events(out)).containsExactly("withdrawal.succeeded");
  }

  @Test
  void aWithdrawalIsSetAsideAndThenPaidOut() {
    fund(10_000);
    BankMove move = withdraw("8213", 4_000);
    assertThat(balance())
        .extracting(Balance::posted, Balance::held)
        .containsExactly(10_000L, 4_000L);

    work();
    pass(Duration.ofSeconds(2));
    assertThat(stored(move)).isEqualTo(SUCCEEDED);
    assertThat(balance()).extracting(Balance::posted, Balance::held).containsExactly(6_000L, 0L);
    assertThat(events(move)).containsExactly("withdrawal.succeeded");
  }

  @Test
  void aDeclinedWithdrawalIsGivenBack() {
    fund(10_000);
    BankMove move = withdraw("0402", 4_000);
    work();
    pass(Duration.ofSeconds(2));

    assertThat(stored(move)).isEqualTo(FAILED);
    assertThat(balance()).extracting(Balance::posted, Balance::held).containsExactly(10_000L, 0L);
    assertThat(events(move)).containsExactly("withdrawal.failed");
  }

  @Test
  void anUnknownWithdrawalStaysSetAside() {
    fund(10_000);
    BankMove move = withdraw("0504", 4_000);
    work();
    pass(Duration.ofSeconds(30));
    assertThat(stored(move)).isEqualTo(UNKNOWN);
    assertThat(balance())
        .extracting(Balance::posted, Balance::held)
        .containsExactly(10_000L, 4_000L);
    assertThat(ledger.expireHolds(100)).isZero();

    pass(Duration.ofSeconds(20));
    assertThat(stored(move)).isEqualTo(SUCCEEDED);
    assertThat(balance()).extracting(Balance::posted, Balance::held).containsExactly(6_000L, 0L);
  }

  @Test
  void moreThanThereIsIsRefusedAndLeavesNothing() {
    fund(10_000);
    withdraw("8213", 4_000);

    var start = moves.withdraw(person, account("8213").id(), cny(6_001), GRANTED, Once.unasked());

    assertThat(start).isInstanceOf(BankMoveStart.Refused.class);
    Problem problem = ((BankMoveStart.Refused) start).problem();
    assertThat(problem.code()).isEqualTo("insufficient_funds");
    assertThat(problem.parameters()).containsEntry("available", 6_000L);
    assertThat(moves.of(person.party(), Optional.empty(), 10))
        .extracting(move -> move.amount().minor())
        .containsExactly(4_000L, 10_000L);
  }

  @Test
  void aCreditThatTheLedgerRefusesStaysOpenAndIsTriedAgain() {
    BankMove move = topUp("8213", 10_000);
    var wallet = wallets.of(person.party());
    ledger.freeze(wallet, Side.CREDIT);
    work();
    pass(Duration.ofSeconds(2));
    assertThat(stored(move)).isEqualTo(PROCESSING);
    assertThat(find(move).refusal()).contains("frozen_for_credit");
    assertThat(trail.of(move.id().text()))
        .extracting(AuditEntry::outcome)
        .containsExactly("processing", "refused");

    ledger.unfreeze(wallet, Side.CREDIT);
    pass(Duration.ofSeconds(6));
    assertThat(stored(move)).isEqualTo(SUCCEEDED);
    assertThat(balance().posted()).isEqualTo(10_000);
    assertThat(find(move).refusal()).isEmpty();
  }

  @Test
  void somebodyElsesAccountIsUnknown() {
    LinkedAccount others = accounts.of(ids.next()).getFirst();

    var start = moves.topUp(person, others.id(), cny(100), Once.unasked());

    assertThat(((BankMoveStart.Refused) start).problem().code())
        .isEqualTo("linked_account_unknown");
  }

  @Test
  void sumsUpWhatSucceededByDay() {
    fund(10_000);
    withdraw("8213", 4_000);
    topUp("0402", 7_000);
    work();
    pass(Duration.ofSeconds(3));

    Instant now = clock.instant();
    assertThat(
            moves.sums(person.party(), now.minusSeconds(3600), now.plusSeconds(1)).stream()
                .map(sum -> sum.in().minor() - sum.out().minor())
                .reduce(0L, Long::sum))
        .isEqualTo(6_000);
  }

  /**
   * Whatever the banks do, and in whatever order we notice: everything ends, and the balance is
   * what succeeded.
   */
  @Test
  void neverCreatesOrDestroysMoney() {
    long seed = Long.getLong("qiao.seed", System.nanoTime());
    Random random = new Random(seed);
    String[] tails = {"8213", "0402", "0408", "0409", "0504"};
    fund(50_000);
    List<BankMove> made = new ArrayList<>();
    for (int step = 0; step < 120; step++) {
      switch (random.nextInt(6)) {
        case 0 -> made.add(topUp(tails[random.nextInt(tails.length)], 1 + random.nextInt(20_000)));
        case 1 -> {
          var start =
              moves.withdraw(
                  person,
                  account(tails[random.nextInt(tails.length)]).id(),
                  cny(1 + random.nextInt(20_000)),
                  GRANTED,
                  Once.unasked());
          if (start instanceof BankMoveStart.Started(BankMove move)) {
            made.add(move);
          }
        }
        case 2 -> bank.work();
        case 3 -> moves.sweep();
        case 4 ->
            made.stream().skip(random.nextInt(made.size() + 1)).findFirst().ifPresent(this::find);
        default -> clock.stand(clock.instant().plusMillis(random.nextInt(15_000)));
      }
    }
    for (int i = 0; i < 40; i++) {
      pass(Duration.ofSeconds(30));
    }
    long expected = 50_000;
    for (BankMove move : made) {
      BankMove ended = find(move);
      assertThat(ended.isOpen()).as("seed %d", seed).isFalse();
      long sign = ended.id().kind() == BankMove.Kind.TOP_UP ? 1 : -1;
      expected += ended.state() == SUCCEEDED ? sign * ended.amount().minor() : 0;
      assertThat(ended.state() == FAILED)
          .as("seed %d", seed)
          .isEqualTo(ended.account().tail().equals("0402"));
    }
    assertThat(balance().posted()).as("seed %d", seed).isEqualTo(expected);
    assertThat(balance().held()).as("seed %d", seed).isZero();
    assertThat(ledger.audit().differences()).isEmpty();
  }

  private BankMove topUp(String tail, long minor) {
    return started(moves.topUp(person, account(tail).id(), cny(minor), Once.unasked()));
  }

  private BankMove withdraw(String tail, long minor) {
    return started(moves.withdraw(person, account(tail).id(), cny(minor), GRANTED, Once.unasked()));
  }

  private static BankMove started(BankMoveStart start) {
    return switch (start) {
      case BankMoveStart.Started(BankMove move) -> move;
      case BankMoveStart.Refused(Problem problem) -> throw new AssertionError(problem.code());
    };
  }

  private void fund(long minor) {
    topUp("8213", minor);
    work();
    pass(Duration.ofSeconds(2));
    assertThat(balance().available()).isEqualTo(minor);
  }

  private LinkedAccount account(String tail) {
    return accounts.of(person.party()).stream()
        .filter(one -> one.tail().equals(tail))
        .findFirst()
        .orElseThrow();
  }

  private static Money cny(long minor) {
    return Money.of(minor, Unit.of("CNY"));
  }

  private Balance balance() {
    return ledger.balance(wallets.of(person.party()));
  }

  /** Without asking anybody. */
  private BankMove.State stored(BankMove move) {
    return tables.find(move.id().value()).orElseThrow().state();
  }

  private BankMove find(BankMove move) {
    return moves.find(person.party(), move.id()).orElseThrow();
  }

  private List<String> events(BankMove move) {
    return db.sql(
            "select type from api.event where thing = :thing and party = :party order by number")
        .param("thing", move.id().text())
        .param("party", person.party())
        .query(String.class)
        .list();
  }

  private int answers(BankMove move) {
    return db.sql("select count(*) from bank.answer where transfer = :id")
        .param("id", move.id().value())
        .query(Integer.class)
        .single();
  }

  /** As if the program had died right after the bank's answer was committed. */
  private void bankSaid(BankMove move, String state, String reason) {
    db.sql(
            "update bank.transfer set state = :state, reason = :reason, finished_at = created_at, next_at = null where id = :id")
        .param("state", state)
        .param("reason", reason)
        .param("id", move.id().value())
        .update();
  }

  private void work() {
    bank.work();
  }

  private void pass(Duration time) {
    clock.stand(clock.instant().plus(time));
    bank.work();
    moves.sweep();
  }

  private static void atOnce(int times, Runnable act) throws Exception {
    try (var threads = Executors.newFixedThreadPool(times)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        running.add(threads.submit(act));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }
}
