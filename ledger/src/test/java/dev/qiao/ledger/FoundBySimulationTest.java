package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.CNY;
import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ids.Ids;
import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Refused;
import dev.qiao.ledger.PostResult.Replayed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults that the simulation has found, seen again on PostgreSQL. */
class FoundBySimulationTest {
  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    world.close();
  }

  /** Its row without its legs would be something that can never be reversed. */
  @Test
  void seesAPostingThatIsStoredMeanwhileWholeOrNotAtAll() throws SQLException {
    Posting posting = world.transfer(world.bank, world.alice, 1_00);
    try (Connection connection = world.app.getConnection()) {
      Connection raced = Meanwhile.beforeStatement(2, connection, () -> ledger.post(posting));

      Optional<PastPosting> past = new PostingTables(new Db(raced)).past(posting.id());

      assertThat(past.map(PastPosting::legs).orElse(posting.legs())).isEqualTo(posting.legs());
      ledger.post(posting);
      assertThat(new PostingTables(new Db(connection)).past(posting.id()).orElseThrow().legs())
          .isEqualTo(posting.legs());
    }
  }

  @Test
  void knowsThatAnExpiryWasDoneWhenItsCommitWasCut() {
    world.fund(world.alice, 10_00);
    ledger.hold(world.holdOf(world.alice, 4_00));
    world.clock.advance(Duration.ofHours(2));
    CutSource cut = new CutSource(world.app);
    Store fragileStore = new SqlStore(new Transactions(cut.source()));
    Ledger fragile = new Ledger(new Transactions(world.app), fragileStore, world.clock, 100);
    cut.cutAfterCommits(1);

    assertThat(fragile.expireHolds(10)).isEqualTo(1);

    assertThat(ledger.balance(world.alice).held()).isZero();
    assertThat(ledger.expireHolds(10)).isZero();
  }

  @Test
  void replaysAnIdOfAPeriodThatWasPutAsideWhenTheClockHasGoneBack() throws SQLException {
    Posting done = world.transfer(world.bank, world.alice, 1_00);
    PostResult first = ledger.post(done);
    Posting late = world.transfer(world.bank, world.alice, 1_00);
    Duration month = Duration.ofDays(31);
    world.clock.advance(month);
    world.fund(world.alice, 1_00);
    world.asOwner(
        "select ledger.archive_period('first')", "select ledger.archive_period('2026_11_01')");
    assertThat(ledger.post(late)).isEqualTo(new Refused(late.id(), Refusal.ID_TOO_OLD));

    world.clock.advance(month.negated());

    assertThat(ledger.post(done)).isEqualTo(new Replayed(first));
  }

  /** Nothing that could be moved back is behind a reversal, and so nothing that has a time. */
  @Test
  void takesNoTimeFromWhatCannotBeMovedBack() {
    Posting posting = world.transfer(world.bank, world.alice, 1_00);
    ledger.post(posting);
    Reversal reversal = new Reversal(world.id(), posting.id(), Optional.empty(), "rfd_1");
    Reversal wrong = new Reversal(world.id(), reversal.id(), Optional.empty(), "rfd_2");
    Instant now = world.clock.instant();
    world.clock.advance(Duration.ofHours(1));
    ledger.reverse(reversal);
    world.clock.advance(Duration.ofHours(-1));

    Ledger other = new Ledger(world.app, world.clock); // Remembers nothing of it.

    assertThat(other.reverse(wrong)).isEqualTo(new Refused(wrong.id(), Refusal.NOT_REVERSIBLE));
    assertThat(ledger.posting(wrong.id()).orElseThrow().at()).isEqualTo(now);
  }

  @Test
  void makesNoRoomForWhatIsRefusedBecauseOfItsId() throws SQLException {
    Posting ahead = inTenYears();
    world.clock.advance(Duration.ofDays(10)); // Into December.
    Task refused = new Task(ahead, List.of());
    Task first = new Task(world.transfer(world.bank, world.alice, 1_00), List.of());
    Runner runner =
        new Runner(
            new SqlStore(new Transactions(world.app)), world.clock, new Threads(), Memory.none());

    runner.run(List.of(refused, first));

    assertThat(refused.answer.join()).isEqualTo(new Refused(ahead.id(), Refusal.ID_TOO_FAR_AHEAD));
    assertThat(first.answer.join()).isInstanceOf(Posted.class);
    try (Connection connection = world.app.getConnection()) {
      connection.setAutoCommit(false);
      assertThat(ledger.within(connection).post(ahead)).isInstanceOf(Refused.class);
      connection.commit();
    }
    assertThat(world.count("select count(*) from ledger.period where name like '203%'")).isZero();
    assertThat(world.count("select count(*) from ledger.period where name = '2026_12_01'"))
        .isEqualTo(1);
  }

  private Posting inTenYears() {
    PostingId id =
        new PostingId(new Ids(() -> world.clock.instant().plus(Duration.ofDays(3_650))).next());
    return Posting.of(id, "transfer", "trf_1").leg(world.bank, world.alice, cny(1)).build();
  }

  /** Going back to before its guard gives back the locks of its accounts, too. */
  @Test
  void saysThatTheOutcomeIsUnknownWhenItsLocksWereGivenBack() throws SQLException {
    world.asOwner(
        "create schema shop",
        "create table shop.payment (state text)",
        "insert into shop.payment values ('new')",
        "grant usage on schema shop to qiao_app",
        "grant select, update on shop.payment to qiao_app");
    Companion guard = Companion.guard("update shop.payment set state = 'paid' where state = 'new'");
    Posting tooMuch = world.transfer(world.alice, world.bob, 1_00);
    try (Connection connection = world.app.getConnection()) {
      connection.setAutoCommit(false);
      Connection raced = Meanwhile.afterGoingBack(connection, () -> world.fund(world.alice, 5_00));

      assertThatThrownBy(() -> ledger.within(raced).post(tooMuch, guard))
          .isInstanceOf(LedgerUnavailable.class);
      connection.rollback();
    }

    assertThat(ledger.outcome(tooMuch.id())).isEmpty();
    assertThat(ledger.post(tooMuch, guard)).isInstanceOf(Posted.class);
  }

  @Test
  void refusesAnOrderForAnAccountThatIsOpenedMeanwhile() throws SQLException {
    AccountId next = new AccountId(world.bob.number() + 1);
    AccountOrder freeze =
        new AccountOrder.Freeze(new ChangeId(world.ids.next()), next, Side.DEBIT, "case_1");
    AccountChange refused =
        new AccountChange.Refused(freeze.id(), AccountRefusal.ACCOUNT_NOT_FOUND);
    try (Connection connection = world.app.getConnection()) {
      connection.setAutoCommit(false);
      Connection raced =
          Meanwhile.beforeStatement(
              3, // After the one that would lock it.
              connection,
              () ->
                  assertThat(ledger.open(AccountTerms.wallet("person:carol:CNY", CNY)))
                      .isEqualTo(next));

      assertThat(ledger.within(raced).change(freeze)).isEqualTo(refused);
      connection.commit();
    }
    assertThat(ledger.change(freeze)).isEqualTo(new AccountChange.Replayed(refused));
    assertThat(ledger.account(next).orElseThrow().frozen()).isEmpty();
  }
}
