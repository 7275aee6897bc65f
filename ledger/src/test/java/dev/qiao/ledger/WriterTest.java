package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.ledger.PostResult.IdReused;
import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Refused;
import dev.qiao.ledger.PostResult.Replayed;
import dev.qiao.ledger.Session.Access;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriterTest {
  private final TestLedger world = new TestLedger();
  private final Ledger ledger = world.ledger;
  private final Ledger other = new Ledger(world.app, world.clock);

  @BeforeEach
  void funds() throws SQLException {
    world.fund(world.alice, 10_00);
    world.asOwner(
        "create schema shop",
        "create table shop.payment (id uuid primary key, state text not null)",
        "grant usage on schema shop to qiao_app",
        "grant select, insert, update on shop.payment to qiao_app");
  }

  @AfterEach
  void auditsAndCloses() {
    assertThat(ledger.audit().differences()).isEmpty();
    world.close();
  }

  @Test
  void letsABadCompanionFailAlone() throws SQLException {
    UUID taken = UUID.randomUUID();
    world.asOwner("insert into shop.payment values ('" + taken + "', 'new')");
    List<CompletableFuture<PostResult>> good = new ArrayList<>();
    List<CompletableFuture<PostResult>> bad = new ArrayList<>();

    for (int i = 0; i < 60; i++) {
      boolean isBad = i % 20 == 7;
      (isBad ? bad : good)
          .add(
              ledger.postAsync(
                  world.transfer(world.bank, world.bob, 1),
                  Companion.insert(
                      "insert into shop.payment values (?, 'paid')",
                      isBad ? taken : UUID.randomUUID())));
    }

    assertThat(good).hasSize(57).allMatch(answer -> answer.join() instanceof Posted);
    for (CompletableFuture<PostResult> answer : bad) {
      assertThatThrownBy(answer::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(CompanionRejected.class);
    }
    assertThat(ledger.balance(world.bob).posted()).isEqualTo(57);
    assertThat(world.count("select count(*) from shop.payment where state = 'paid'")).isEqualTo(57);
  }

  /** A parameter that only turns out to be none when it is bound: no rejection of the database. */
  @Test
  void letsACommandOnWhichOurOwnCodeFailsFailAlone() {
    List<CompletableFuture<PostResult>> good = new ArrayList<>();
    List<CompletableFuture<PostResult>> bad = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Instant at = i % 20 == 7 ? Instant.MAX : world.clock.instant();
      (at == Instant.MAX ? bad : good)
          .add(
              ledger.postAsync(
                  world.transfer(world.bank, world.bob, 1), Companion.insert("select ?", at)));
    }

    assertThat(good)
        .hasSize(57)
        .allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Posted.class));
    assertThat(bad)
        .hasSize(3)
        .allSatisfy(
            answer -> assertThatThrownBy(answer::join).hasCauseInstanceOf(DateTimeException.class));
    assertThat(ledger.balance(world.bob).posted()).isEqualTo(57);
  }

  @Test
  void takesOnlyWhatCanBeWrittenAsAParameter() {
    assertThatThrownBy(() -> Companion.insert("select ?", BigDecimal.ONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Hold(world.id(), world.holdId(), world.alice, cny(1), Instant.MAX, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Those refused behind a guard that hit give the row back; their neighbours keep theirs. */
  @Test
  void takesBackTheGuardsOfRefusedCommandsAlone() throws SQLException {
    List<CompletableFuture<PostResult>> answers = new ArrayList<>();
    List<UUID> payments = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      UUID payment = UUID.randomUUID();
      payments.add(payment);
      world.asOwner("insert into shop.payment values ('" + payment + "', 'new')");
    }
    for (int i = 0; i < 30; i++) {
      boolean tooMuch = i % 10 == 3;
      answers.add(
          ledger.postAsync(
              world.transfer(world.alice, world.bob, tooMuch ? 99_00 : 1), pay(payments.get(i))));
    }

    List<PostResult> results = answers.stream().map(CompletableFuture::join).toList();

    assertThat(results).filteredOn(Posted.class::isInstance).hasSize(27);
    assertThat(results)
        .filteredOn(Refused.class::isInstance)
        .allMatch(result -> ((Refused) result).reason() == Refusal.INSUFFICIENT_FUNDS)
        .hasSize(3);
    assertThat(world.count("select count(*) from shop.payment where state = 'paid'")).isEqualTo(27);
  }

  @Test
  void letsOneOfTwoGuardsOfTheSameRowHit() throws SQLException {
    UUID payment = UUID.randomUUID();
    world.asOwner("insert into shop.payment values ('" + payment + "', 'new')");
    List<CompletableFuture<PostResult>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Ledger any = i % 2 == 0 ? ledger : other;
      answers.add(any.postAsync(world.transfer(world.alice, world.bob, 1_00), pay(payment)));
    }

    List<PostResult> results = answers.stream().map(CompletableFuture::join).toList();

    assertThat(results).filteredOn(Posted.class::isInstance).hasSize(1);
    assertThat(results)
        .filteredOn(Refused.class::isInstance)
        .allMatch(result -> ((Refused) result).reason() == Refusal.GUARD_MISSED)
        .hasSize(19);
  }

  @Test
  void answersTheSameIdInOneBatch() {
    Posting posting = world.transfer(world.alice, world.bob, 1_00);
    Posting changed = Posting.of(posting.id(), "x", "y").leg(world.bank, world.bob, cny(1)).build();
    List<CompletableFuture<PostResult>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      answers.add(ledger.postAsync(posting));
    }
    CompletableFuture<PostResult> reused = ledger.postAsync(changed);

    List<PostResult> results = answers.stream().map(CompletableFuture::join).toList();

    assertThat(results).filteredOn(Posted.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(Replayed.class::isInstance).hasSize(19);
    assertThat(results).extracting(PostResult::first).containsOnly(results.getFirst().first());
    assertThat(reused.join()).isEqualTo(new IdReused(posting.id()));
  }

  @Test
  void noticesWhatAnotherWriterHasChanged() {
    ledger.post(world.transfer(world.alice, world.bob, 10_00)); // Remembers that alice has nothing.
    other.post(world.transfer(world.bank, world.alice, 5_00));
    assertThat(ledger.post(world.transfer(world.alice, world.bob, 5_00)))
        .isInstanceOf(Posted.class);

    other.post(world.transfer(world.bank, world.alice, 5_00));
    other.post(world.transfer(world.alice, world.bank, 5_00));
    assertThat(refusal(world.alice, world.bob)).isEqualTo(Refusal.INSUFFICIENT_FUNDS);
    other.freeze(world.bob, Side.DEBIT);
    assertThat(refusal(world.bob, world.alice)).isEqualTo(Refusal.FROZEN_FOR_DEBIT);
    other.unfreeze(world.bob, Side.DEBIT);
    assertThat(ledger.post(world.transfer(world.bob, world.alice, 1))).isInstanceOf(Posted.class);
  }

  /** Also once it no longer locks what it reads. */
  @Test
  void noticesItAgainAfterManyBatches() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 60; i++) {
        ledger.post(world.transfer(world.bank, world.bob, 1));
      }
      other.post(world.transfer(world.bank, world.alice, 90_00));
      assertThat(ledger.post(world.transfer(world.alice, world.bob, 90_00)))
          .isInstanceOf(Posted.class);
    }
    assertThat(ledger.balance(world.alice).posted()).isEqualTo(10_00);
  }

  @Test
  void refusesAtOnceWhenTooMuchWaits() throws Exception {
    Writer small =
        new Writer(
            new SqlStore(new Transactions(world.app)), world.clock, new Threads(), 1_000, 10);
    List<CompletableFuture<PostResult>> answers = new ArrayList<>();
    Posting refused = null;
    try (Connection connection = world.owner.getConnection()) {
      connection.setAutoCommit(false);
      new Db(connection).run("select from ledger.account for update"); // Nothing moves.
      while (refused == null) {
        Posting posting = world.transfer(world.bank, world.bob, 1);
        try {
          answers.add(small.submit(posting, List.of()));
        } catch (LedgerOverloaded overloaded) {
          assertThat(overloaded.retryAfter()).isPositive();
          refused = posting;
        }
      }
      assertThat(answers).hasSizeBetween(10, 100).noneMatch(CompletableFuture::isDone);
      connection.rollback();
    }

    assertThat(answers).allMatch(answer -> answer.join() instanceof Posted);
    assertThat(ledger.outcome(refused.id())).isEmpty();
    assertThat(small.submit(refused, List.of()).join()).isInstanceOf(Posted.class);
  }

  @Test
  void findsOutWhatBecameOfACommitThatWasCut() throws SQLException {
    CutSource cut = new CutSource(world.app);
    Ledger fragile = new Ledger(cut.source(), world.clock);

    cut.cutAfterCommits(1);
    assertThat(fragile.post(world.transfer(world.alice, world.bob, 1_00)).first())
        .isInstanceOf(Posted.class);
    cut.cutBeforeCommits(1);
    assertThat(fragile.post(world.transfer(world.alice, world.bob, 1_00)).first())
        .isInstanceOf(Posted.class);
    assertThat(ledger.balance(world.bob).posted()).isEqualTo(2_00);

    UUID payment = UUID.randomUUID();
    world.asOwner("insert into shop.payment values ('" + payment + "', 'new')");
    Posting unknown = world.transfer(world.alice, world.bob, 1_00);
    cut.cutAfterCommits(1);
    assertThat(fragile.post(unknown, pay(payment)).first()).isInstanceOf(Posted.class);
    assertThat(fragile.post(unknown, pay(payment))).isInstanceOf(Replayed.class);

    Posting lost = world.transfer(world.alice, world.bob, 1_00);
    Companion insert =
        Companion.insert("insert into shop.payment values (?, 'paid')", UUID.randomUUID());
    cut.cutBeforeCommits(2); // The first is tried again at once.
    assertThatThrownBy(() -> fragile.post(lost, insert)).isInstanceOf(LedgerUnavailable.class);
    assertThat(ledger.outcome(lost.id())).isEmpty();
    assertThat(fragile.post(lost, insert)).isInstanceOf(Posted.class);
    assertThat(ledger.balance(world.bob).posted()).isEqualTo(4_00);
  }

  /** Batches that were decided on the cut one's states must not survive it. */
  @Test
  void losesNothingWhenCommitsAreCutUnderLoad() {
    CutSource cut = new CutSource(world.app);
    Ledger fragile = new Ledger(cut.source(), world.clock);
    List<Posting> postings = new ArrayList<>();
    List<CompletableFuture<PostResult>> answers = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      if (i % 500 == 250) {
        cut.cutBeforeCommits(1);
      }
      if (i % 500 == 0) {
        cut.cutAfterCommits(1);
      }
      postings.add(world.transfer(world.bank, world.bob, 1));
      answers.add(fragile.postAsync(postings.getLast()));
    }

    for (int i = 0; i < answers.size(); i++) {
      assertThat(again(answers.get(i), postings.get(i)).first()).isInstanceOf(Posted.class);
    }
    assertThat(ledger.balance(world.bob).posted()).isEqualTo(3_000);
    assertThat(ledger.balance(world.bob).sequence()).isEqualTo(3_000);
  }

  /**
   * A batch that failed, and another writer's, may leave the same version with other balances: the
   * version alone cannot tell them apart.
   */
  @Test
  void hasNoGroundToStandOnWhenTheBatchBeforeFailed() throws SQLException {
    Memory memory = new Memory(100);
    long now = Micros.of(world.clock.instant());
    try (Connection connection = world.app.getConnection()) {
      connection.setAutoCommit(false);
      Session session = new SqlSession(new Db(connection));
      Task lost = new Task(world.transfer(world.alice, world.bob, 1_00), List.of());
      new Batch(session, memory, Access.READ, Batch.Ground.FIRM, List.of(lost))
          .decide(List.of(), now);
      connection.rollback();
      other.post(world.transfer(world.alice, world.bob, 5_00));
      Task next = new Task(world.transfer(world.alice, world.bob, 1_00), List.of());
      Batch.Ground failed =
          () -> {
            throw new Stale();
          };
      Batch batch = new Batch(session, memory, Access.READ, failed, List.of(next));
      batch.decide(List.of(), now);

      assertThatThrownBy(batch::write).isInstanceOf(Stale.class);
      connection.rollback();
    }
  }

  @Test
  void joinsATransactionOfTheCallers() throws SQLException {
    Posting kept = world.transfer(world.alice, world.bob, 1_00);
    Posting dropped = world.transfer(world.alice, world.bob, 1_00);
    try (Connection connection = world.app.getConnection()) {
      connection.setAutoCommit(false);
      new Db(connection).run("insert into shop.payment values (?, 'paid')", UUID.randomUUID());
      assertThat(ledger.within(connection).post(kept)).isInstanceOf(Posted.class);
      assertThat(ledger.within(connection).post(kept)).isInstanceOf(Replayed.class);
      assertThat(ledger.outcome(kept.id())).isEmpty();
      connection.commit();
      ledger.within(connection).post(dropped);
      connection.rollback();
      connection.setAutoCommit(true);
      assertThatThrownBy(() -> ledger.within(connection).post(dropped))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(ledger.outcome(kept.id())).isPresent();
    assertThat(ledger.outcome(dropped.id())).isEmpty();
    assertThat(ledger.post(world.transfer(world.alice, world.bob, 9_00)))
        .isInstanceOf(Posted.class);
  }

  @Test
  void previewsWithoutDoing() {
    Posting posting = world.transfer(world.alice, world.bob, 10_00);

    PostResult preview = ledger.preview(posting);

    assertThat(ledger.balance(world.bob).posted()).isZero();
    assertThat(ledger.post(posting)).isEqualTo(preview);
    assertThat(ledger.preview(posting)).isEqualTo(new Replayed(preview));
    assertThat(((Refused) ledger.preview(world.transfer(world.alice, world.bob, 1))).reason())
        .isEqualTo(Refusal.INSUFFICIENT_FUNDS);
  }

  @Test
  void previewsEveryVerb() {
    AllowanceId each =
        ledger.openAllowance(
            new AllowanceTerms("each", cny(8_00), Window.PAYMENT, ZoneOffset.UTC, false));
    Instant tomorrow = world.clock.instant().plus(Duration.ofDays(1));
    Hold hold =
        new Hold(
            world.id(),
            world.holdId(),
            world.alice,
            cny(4_00),
            tomorrow,
            "x",
            List.of(new Use(each, cny(4_00))));
    assertForetold(ledger.preview(hold), () -> ledger.hold(hold));
    Increase increase = new Increase(world.id(), hold.hold(), cny(2_00), List.of());
    assertForetold(ledger.preview(increase), () -> ledger.increase(increase));
    Capture capture =
        new Capture(
            world.id(),
            hold.hold(),
            List.of(new Share(world.bob, cny(3_00))),
            "payment",
            "x",
            false,
            Optional.empty(),
            Optional.empty());
    assertForetold(ledger.preview(capture), () -> ledger.capture(capture));
    Release release = new Release(world.id(), hold.hold());
    assertForetold(ledger.preview(release), () -> ledger.release(release));
    Reversal reversal = new Reversal(world.id(), capture.id(), Optional.of(cny(1_00)), "back");
    assertForetold(ledger.preview(reversal), () -> ledger.reverse(reversal));

    Reversal more = new Reversal(world.id(), capture.id(), Optional.of(cny(2_01)), "back");
    assertThat(((Refused) ledger.preview(more)).reason()).isEqualTo(Refusal.EXCEEDS_REMAINING);
    assertThat(ledger.outcome(more.id())).isEmpty();
  }

  /** Done as it was foretold. */
  private static void assertForetold(PostResult foretold, Supplier<PostResult> deed) {
    assertThat(foretold).isInstanceOf(Posted.class);
    assertThat(deed.get()).isEqualTo(foretold);
  }

  @Test
  void looksUpAnIdThatMayBeOld() {
    Posting posting = world.transfer(world.alice, world.bob, 1_00);
    PostResult first = ledger.post(posting);
    assertThat(other.post(posting)).isEqualTo(new Replayed(first)); // Young: shows when written.
    world.clock.advance(Duration.ofHours(1));
    assertThat(other.post(posting)).isEqualTo(new Replayed(first));
  }

  /** The answer; the truth from the same id again when it was unknown. */
  private PostResult again(CompletableFuture<PostResult> answer, Posting posting) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      assertThat(failed).hasCauseInstanceOf(LedgerUnavailable.class);
      return ledger.post(posting);
    }
  }

  private static Companion pay(UUID payment) {
    return Companion.guard(
        "update shop.payment set state = 'paid' where id = ? and state = 'new'", payment);
  }

  private Refusal refusal(AccountId from, AccountId to) {
    return ((Refused)
            ledger.post(Posting.of(world.id(), "transfer", "x").leg(from, to, cny(1)).build()))
        .reason();
  }
}
