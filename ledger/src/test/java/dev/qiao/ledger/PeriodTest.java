package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ledger.PostResult.IdReused;
import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Refused;
import dev.qiao.ledger.PostResult.Replayed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands are kept in periods of time of their ids, and old periods can be put aside. */
class PeriodTest {
  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;

  @BeforeEach
  void beginsInASpringToCome() {
    world.clock.advance(
        Duration.between(world.clock.instant(), Instant.parse("2027-03-20T08:00:00Z")));
  }

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    world.close();
  }

  @Test
  void makesRoomWhenAMonthBegins() throws SQLException {
    for (int month = 0; month < 4; month++) {
      assertThat(world.fund(world.alice, 1_00)).isInstanceOf(Posted.class);
      world.clock.advance(Duration.ofDays(31));
    }

    assertThat(periods()).contains("2027_03_01", "2027_04_01", "2027_05_01", "2027_06_01");
    assertThat(ledger.statement(world.alice, OptionalLong.empty(), 10)).hasSize(4);
  }

  @Test
  void makesRoomForManyAtOnceFromTwoWriters() {
    Ledger other = new Ledger(world.app, world.clock);
    List<CompletableFuture<PostResult>> answers = new ArrayList<>();
    for (int month = 0; month < 6; month++) {
      for (int i = 0; i < 20; i++) {
        Ledger any = i % 2 == 0 ? ledger : other;
        answers.add(any.postAsync(world.transfer(world.bank, world.bob, 1)));
      }
      world.clock.advance(Duration.ofDays(31));
    }

    assertThat(answers).allMatch(answer -> answer.join() instanceof Posted);
    assertThat(ledger.balance(world.bob).posted()).isEqualTo(120);
  }

  /** A change of span leaves what there is, and fills the gaps. */
  @Test
  void keepsShorterPeriodsWhenTold() throws SQLException {
    world.fund(world.alice, 1_00);
    world.asOwner("update ledger.partitioning set span = 'day'");
    world.clock.advance(Duration.ofDays(12)); // The first of April.
    world.fund(world.alice, 1_00);
    world.clock.advance(Duration.ofDays(3));
    world.fund(world.alice, 1_00);
    world.asOwner("update ledger.partitioning set span = 'month'");
    world.clock.advance(Duration.ofDays(1));
    world.fund(world.alice, 1_00);

    assertThat(periods()).contains("2027_03_01", "2027_04_01", "2027_04_04", "2027_04_05");
    assertThat(ledger.balance(world.alice).sequence()).isEqualTo(4);
  }

  @Test
  void losesNoStatementReplayOrReversalWhenAPeriodIsPutAside() throws SQLException {
    Posting old = world.transfer(world.bank, world.alice, 10_00);
    PostResult first = ledger.post(old);
    Hold hold = world.holdOf(world.alice, 3_00);
    ledger.hold(hold);
    world.clock.advance(Duration.ofDays(31));
    ledger.post(world.transfer(world.alice, world.bob, 2_00));
    List<Entry> before = ledger.statement(world.alice, OptionalLong.empty(), 10);

    putAside("first", "2026_11_01", "2027_03_01");

    assertThat(ledger.statement(world.alice, OptionalLong.empty(), 10)).isEqualTo(before);
    assertThat(ledger.balanceAfter(world.alice, 1).posted()).isEqualTo(10_00);
    assertThat(ledger.post(old)).isEqualTo(new Replayed(first));
    Posting reused = Posting.of(old.id(), "x", "y").leg(world.bank, world.bob, cny(1)).build();
    assertThat(ledger.post(reused)).isEqualTo(new IdReused(old.id()));
    assertThat(ledger.posting(old.id()).orElseThrow().legs()).hasSize(1);
    assertThat(ledger.expireHolds(10)).isEqualTo(1);
    assertThat(ledger.reverse(new Reversal(world.id(), old.id(), Optional.of(cny(1_00)), "rfd_1")))
        .isInstanceOf(Posted.class);
    assertThat(ledger.balance(world.alice).posted()).isEqualTo(7_00);
  }

  @Test
  void refusesAnIdOfATimeThatWasPutAside() throws SQLException {
    world.fund(world.alice, 1_00);
    Posting late = world.transfer(world.bank, world.alice, 1_00);
    Posting joined = world.transfer(world.bank, world.alice, 1_00);
    world.clock.advance(Duration.ofDays(31));
    world.fund(world.alice, 1_00);
    putAside("first", "2026_11_01", "2027_03_01");
    Posting young = world.transfer(world.bank, world.alice, 1_00);
    CompletableFuture<PostResult> refused = ledger.postAsync(late);

    assertThat(ledger.post(young)).isInstanceOf(Posted.class);
    assertThat(refused.join()).isEqualTo(new Refused(late.id(), Refusal.ID_TOO_OLD));
    assertThat(ledger.preview(joined)).isEqualTo(new Refused(joined.id(), Refusal.ID_TOO_OLD));
    try (Connection connection = world.app.getConnection()) {
      connection.setAutoCommit(false);
      assertThat(ledger.within(connection).post(joined))
          .isEqualTo(new Refused(joined.id(), Refusal.ID_TOO_OLD));
      connection.rollback();
    }
    assertThat(ledger.outcome(late.id())).isEmpty();
  }

  @Test
  void putsAsideTheOldestOnlyAndNeverTheLast() {
    world.fund(world.alice, 1_00);

    assertThatThrownBy(() -> putAside("2027_03_01")).hasMessageContaining("oldest first");
    assertThatThrownBy(() -> putAside("first", "2026_11_01", "2027_03_01"))
        .hasMessageContaining("the only one left");
    assertThatThrownBy(() -> world.asApp("select ledger.archive_period('2026_11_01')"))
        .hasMessageContaining("permission denied");
  }

  @Test
  void refusesToChangeWhatIsStoredInAPeriod() throws SQLException {
    world.fund(world.alice, 1_00);

    for (String table : List.of("posting", "posting_2027_03_01", "leg_2027_03_01")) {
      assertThatThrownBy(() -> world.asOwner("delete from ledger." + table))
          .hasMessageContaining("append-only");
    }
    putAside("first");
    assertThatThrownBy(() -> world.asOwner("delete from ledger_archive.posting_first"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> world.asApp("delete from ledger.posting"))
        .hasMessageContaining("permission denied");
  }

  private void putAside(String... periods) throws SQLException {
    for (String period : periods) {
      world.asOwner("select ledger.archive_period('" + period + "')");
    }
  }

  private List<String> periods() throws SQLException {
    try (Connection connection = world.owner.getConnection()) {
      return new Db(connection)
          .list("select name from ledger.period", row -> row.getString("name"));
    }
  }
}
