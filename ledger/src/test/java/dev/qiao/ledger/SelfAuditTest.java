package dev.qiao.ledger;

import static dev.qiao.ledger.TestLedger.cny;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ids.Ids;
import dev.qiao.ledger.AuditReport.Difference;
import dev.qiao.ledger.AuditSlices.Bounds;
import dev.qiao.ledger.AuditStep.Elsewhere;
import dev.qiao.ledger.AuditStep.Looked;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfAuditTest {
  private static final long SEED = 20_261_128;

  /** So small that every account, and every kind of thing, needs several steps. */
  private static final Bounds SMALL = new Bounds(2, 2, 3, 1, 2, 2);

  @ParameterizedTest
  @EnumSource(Damage.class)
  void namesWhatWasDamaged(Damage damage) throws SQLException {
    try (DamagedLedger ledger = new DamagedLedger()) {
      SelfAudit audit = ledger.world.ledger.selfAudit(SMALL);
      assertThat(pass(audit, AuditScope.WHOLE)).isEmpty();
      assertThat(ledger.world.ledger.audit().differences()).isEmpty();

      ledger.damage(damage);

      String named = ledger.named(damage);
      SelfAudit usual = ledger.world.ledger.selfAudit();
      ledger.world.clock.advance(Duration.ofMinutes(3));
      assertThat(texts(pass(usual, AuditScope.RECENT)))
          .as("the recent pass")
          .anyMatch(text -> text.contains(named));
      ledger.world.clock.advance(Duration.ofMinutes(3));
      pass(audit, AuditScope.WHOLE);
      List<Difference> found =
          audit.standing().differences().stream().map(AuditStanding.Found::difference).toList();
      assertThat(texts(found)).as("the whole pass").anyMatch(text -> text.contains(named));
      assertThat(texts(ledger.world.ledger.audit().differences()))
          .as("the audit at once")
          .anyMatch(text -> text.contains(named));
    }
  }

  /** Of two passes over the same, in slices of any size and at once, none sees more. */
  @ParameterizedTest
  @EnumSource(Damage.class)
  void seesInSlicesWhatIsSeenAtOnceInAnArchivedPeriodToo(Damage damage) throws SQLException {
    try (DamagedLedger ledger = new DamagedLedger()) {
      ledger.archive();
      assertThat(ledger.world.ledger.audit().differences()).isEmpty();
      ledger.damage(damage);

      Set<Difference> inSlices = pass(ledger.world.ledger.selfAudit(SMALL), AuditScope.WHOLE);

      List<Difference> whole = ledger.world.ledger.audit().differences();
      assertThat(inRanges(ledger.world)).as("in ranges").containsExactlyInAnyOrderElementsOf(whole);
      Set<Difference> atOnce = new LinkedHashSet<>(whole);
      // The same from the other side, for which all holds have to be read.
      atOnce.removeIf(difference -> difference.figure().equals("held by its holds"));
      assertThat(inSlices).isEqualTo(atOnce);
      assertThat(texts(atOnce)).anyMatch(text -> text.contains(ledger.named(damage)));
    }
  }

  /** With the constraint that forbids it gone: half a leg is in one view of changes only. */
  @Test
  void saysSoWhenOnlyOneWayToReadChangesFindsAChainBroken() throws SQLException {
    try (DamagedLedger ledger = new DamagedLedger()) {
      TestLedger world = ledger.world;
      Balance before = world.ledger.balance(world.alice);
      world.asOwner(
          "alter table ledger.posting drop constraint posting_whole_leg",
          "insert into ledger.posting (id, at, digest, verb, kind, reference, credit, amount, debit_sequence, debit_posted,"
              + " credit_sequence, credit_posted) values ('%s', now(), '', 'post', 'x', 'x', %d, 5, 0, 0, %d, %d)"
                  .formatted(
                      world.ids.next(),
                      world.alice.number(),
                      before.sequence() + 1,
                      before.posted() + 5),
          "update ledger.account set posted = posted + 5, sequence = sequence + 1, version = version + 1 where id = "
              + world.alice.number());

      assertThat(texts(world.ledger.audit().differences()))
          .anyMatch(
              text ->
                  text.contains("account " + world.alice.number() + " ") && text.contains("chain"));
    }
  }

  @Test
  void looksAtTheLatestWhateverIdsAreAhead() throws SQLException {
    try (DamagedLedger ledger = new DamagedLedger()) {
      TestLedger world = ledger.world;
      Ids ahead = new Ids(InstantSource.fixed(world.clock.instant().plus(Duration.ofHours(20))));
      for (int i = 0; i < 2 * SMALL.latest(); i++) {
        world.ledger.post(
            Posting.of(new PostingId(ahead.next()), "x", "x")
                .leg(world.bank, world.bob, cny(1))
                .build());
      }
      world.ledger.post(world.transfer(world.bank, world.alice, 1));
      world.asOwner(
          "update ledger.account set posted = posted + 1 where id = " + world.alice.number());

      assertThat(texts(pass(world.ledger.selfAudit(SMALL), AuditScope.RECENT)))
          .anyMatch(text -> text.contains("account " + world.alice.number() + " "));
    }
  }

  private static List<Difference> inRanges(TestLedger world) throws SQLException {
    try (Connection connection = world.app.getConnection()) {
      connection.setAutoCommit(false);
      AuditTables.Bounds few = new AuditTables.Bounds(2, 1, 2);
      return new AuditTables(new Db(connection), few).audit().differences();
    }
  }

  @Test
  void saysADifferenceOnceAndForgetsWhatWasMended() throws SQLException {
    try (DamagedLedger ledger = new DamagedLedger()) {
      SelfAudit audit = ledger.world.ledger.selfAudit(SMALL);
      ledger.damage(Damage.CHANGED_HOLD);
      assertThat(pass(audit, AuditScope.WHOLE)).hasSize(1);
      assertThat(audit.standing().whole().last().orElseThrow().figures().differences())
          .isEqualTo(1);
      ledger.world.clock.advance(Duration.ofSeconds(1));
      assertThat(pass(audit, AuditScope.WHOLE)).as("known").isEmpty();
      assertThat(audit.standing().open()).isEqualTo(1);

      ledger.world.clock.advance(Duration.ofSeconds(1));
      ledger.world.asOwner("update ledger.hold set amount = amount - 1");
      assertThat(pass(audit, AuditScope.RECENT)).isEmpty();
      assertThat(audit.standing().open()).as("only a whole pass has seen all").isEqualTo(1);
      pass(audit, AuditScope.WHOLE);
      assertThat(audit.standing().open()).isZero();
      assertThat(audit.standing().whole().last().orElseThrow().figures().differences()).isZero();

      ledger.damage(Damage.CHANGED_HOLD);
      assertThat(pass(audit, AuditScope.WHOLE)).as("again").hasSize(1);
    }
  }

  @Test
  void goesOnWhereAnInstanceHasStopped() {
    try (DamagedLedger ledger = new DamagedLedger()) {
      SelfAudit stopped = ledger.world.ledger.selfAudit(SMALL);
      SelfAudit other = ledger.world.ledger.selfAudit(SMALL);
      for (int i = 0; i < 5; i++) {
        assertThat(stopped.step(AuditScope.WHOLE)).isInstanceOf(Looked.class);
      }
      assertThat(other.step(AuditScope.WHOLE)).isEqualTo(new Elsewhere());
      assertThat(other.step(AuditScope.RECENT)).isEqualTo(new Elsewhere());

      ledger.world.clock.advance(Duration.ofMinutes(3));
      pass(other, AuditScope.WHOLE);

      AuditFigures figures = other.standing().whole().last().orElseThrow().figures();
      AuditReport atOnce = ledger.world.ledger.audit();
      assertThat(figures.accounts()).isEqualTo(atOnce.accounts());
      assertThat(figures.postings()).isEqualTo(atOnce.postings());
      assertThat(figures.holds()).isEqualTo(1);
      assertThat(figures.allowances()).isEqualTo(1);
      assertThat(stopped.step(AuditScope.WHOLE)).isEqualTo(new Elsewhere());
    }
  }

  /** Chains are followed in memory: without it their accounts are begun again, and count once. */
  @Test
  void beginsItsAccountsAgainWhereAnInstanceHasStoppedInside() throws SQLException {
    try (DamagedLedger ledger = new DamagedLedger()) {
      TestLedger world = ledger.world;
      SelfAudit alone = world.ledger.selfAudit(SMALL);
      pass(alone, AuditScope.WHOLE);
      AuditFigures whole = alone.standing().whole().last().orElseThrow().figures();
      ledger.damage(Damage.CHANGED_AMOUNT);

      Set<Difference> found = new LinkedHashSet<>();
      boolean isEnded = false;
      // An account's changes take a few steps, and each instance does some of them.
      for (int steps = 1; !isEnded && steps < 40; steps++) {
        world.clock.advance(Duration.ofMinutes(3));
        SelfAudit next = world.ledger.selfAudit(SMALL);
        for (int i = 0; i < steps && !isEnded; i++) {
          Looked looked = (Looked) next.step(AuditScope.WHOLE);
          found.addAll(looked.fresh());
          isEnded = looked.ended();
        }
      }

      assertThat(isEnded).isTrue();
      assertThat(found).isEqualTo(new LinkedHashSet<>(world.ledger.audit().differences()));
      AuditFigures figures = alone.standing().whole().last().orElseThrow().figures();
      assertThat(figures.withDifferences(0)).isEqualTo(whole);
    }
  }

  /** A step that failed has followed chains over what the next one reads once more. */
  @Test
  void raisesNoFalseAlarmWhereStepsFail() {
    try (DamagedLedger ledger = new DamagedLedger()) {
      TestLedger world = ledger.world;
      CutSource cut = new CutSource(world.app);
      SelfAudit audit = new Ledger(cut.source(), world.clock).selfAudit(SMALL);
      Random random = new Random(SEED);
      int failures = 0;
      boolean isEnded = false;
      for (int steps = 0; !isEnded; steps++) {
        assertThat(steps).isLessThan(10_000);
        // A step has three: what it begins with, what it has seen, what it keeps.
        cut.cutBeforeCommit(1 + random.nextInt(12));
        try {
          Looked looked = (Looked) audit.step(AuditScope.WHOLE);
          assertThat(looked.fresh()).isEmpty();
          isEnded = looked.ended();
        } catch (LedgerUnavailable failed) {
          failures++;
        }
      }
      assertThat(failures).isPositive();
    }
  }

  @Test
  void looksAtNoMoreThanItsBoundsAlsoInsideOneAccount() throws SQLException {
    try (TestLedger world = new TestLedger()) {
      for (int i = 0; i < 40; i++) {
        world.fund(world.alice, 1_00);
      }
      SelfAudit audit = world.ledger.selfAudit(SMALL);
      List<AuditFigures> steps = new ArrayList<>();
      AuditStep step;
      do {
        step = audit.step(AuditScope.WHOLE);
        steps.add(((Looked) step).figures());
      } while (!((Looked) step).ended());

      assertThat(steps)
          .allMatch(figures -> figures.changes() <= 2 * 3 && figures.accounts() <= 2)
          .allMatch(figures -> figures.postings() <= 2);
      assertThat(steps.stream().mapToLong(AuditFigures::postings).sum()).isEqualTo(40);
      assertThat(steps.stream().mapToLong(AuditFigures::accounts).sum()).isEqualTo(3);

      // Of an account that says it has had nothing, everything is looked at all the same.
      world.asOwner("update ledger.account set sequence = 0 where id = " + world.alice.number());
      assertThat(texts(pass(audit, AuditScope.WHOLE)))
          .contains(
              "account "
                  + world.alice.number()
                  + " (person:alice:CNY) sequence should be 40, is 0");
    }
  }

  /** More comes in with each step than a step looks at, and one id is far ahead of all of it. */
  @Test
  void comesToItsEndHoweverMuchIsWritten() {
    try (TestLedger world = new TestLedger()) {
      Ids ahead = new Ids(InstantSource.fixed(world.clock.instant().plus(Duration.ofHours(20))));
      world.ledger.post(
          Posting.of(new PostingId(ahead.next()), "x", "x")
              .leg(world.bank, world.bob, cny(1))
              .build());
      SelfAudit audit = world.ledger.selfAudit(new Bounds(2, 1_000, 3, 1, 2, 2));
      boolean isEnded = false;
      for (int steps = 0; !isEnded; steps++) {
        assertThat(steps).isLessThan(400);
        for (int i = 0; i <= SMALL.changes(); i++) {
          world.ledger.post(world.transfer(world.bank, world.alice, 1));
        }
        AccountId opened =
            world.ledger.open(AccountTerms.wallet("person:" + steps + ":CNY", TestLedger.CNY));
        world.ledger.post(world.transfer(world.bank, opened, 1));
        world.clock.advance(Duration.ofSeconds(5));
        Looked looked = (Looked) audit.step(AuditScope.WHOLE);
        assertThat(looked.fresh()).isEmpty();
        isEnded = looked.ended();
      }
      assertThat(audit.standing().whole().last().orElseThrow().figures().postings()).isPositive();
    }
  }

  @Test
  void isQuietOnlyWhileNobodyElseIsInATransaction() throws SQLException {
    try (TestLedger world = new TestLedger();
        Connection other = world.app.getConnection()) {
      SelfAudit audit = world.ledger.selfAudit();
      assertThat(audit.isQuiet()).isTrue();

      other.setAutoCommit(false);
      new Db(other).run("select 1");
      assertThat(audit.isQuiet()).isFalse();

      other.commit();
      assertThat(audit.isQuiet()).isTrue();
    }
  }

  @Test
  void raisesNoFalseAlarmWhileOthersWrite() throws Exception {
    try (TestLedger world = new TestLedger();
        var threads = Executors.newFixedThreadPool(4)) {
      AllowanceId day =
          world.ledger.openAllowance(
              new AllowanceTerms("day", cny(1_000_000_00), Window.DAY, ZoneOffset.UTC, true));
      world.fund(world.alice, 1_000_000_00);
      world.fund(world.bob, 1_000_000_00);
      Ledger second = new Ledger(world.app, world.clock);
      List<Future<Integer>> writers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Ledger ledger = i % 2 == 0 ? world.ledger : second;
        writers.add(threads.submit(writing(world, ledger, day)));
      }
      // Two instances that both believe that it is theirs; what both do at once counts once.
      SelfAudit audit = world.ledger.selfAudit(new Bounds(2, 2, 50, 10, 40, 40));
      SelfAudit large = second.selfAudit();
      int passes = 0;
      while (writers.stream().anyMatch(writer -> !writer.isDone())) {
        assertThat(pass(audit, AuditScope.RECENT)).isEmpty();
        assertThat(pass(audit, AuditScope.WHOLE)).isEmpty();
        world.clock.advance(Duration.ofMinutes(3));
        assertThat(pass(large, AuditScope.WHOLE)).isEmpty();
        assertThat(pass(large, AuditScope.RECENT)).isEmpty();
        world.clock.advance(Duration.ofMinutes(3));
        passes++;
      }
      for (Future<Integer> writer : writers) {
        assertThat(writer.get()).isPositive();
      }
      assertThat(passes).isPositive();
      assertThat(audit.standing().open()).isZero();
      assertThat(world.ledger.audit().differences()).isEmpty();
    }
  }

  private static Callable<Integer> writing(TestLedger world, Ledger ledger, AllowanceId day) {
    return () -> {
      int done = 0;
      for (int i = 0; i < 150; i++) {
        Posting paid =
            Posting.of(world.id(), "payment", "pay")
                .leg(world.alice, world.bob, cny(2))
                .leg(world.bob, world.alice, cny(1))
                .use(day, cny(2))
                .build();
        Hold hold =
            new Hold(
                world.id(),
                world.holdId(),
                world.bob,
                cny(3),
                world.clock.instant().plus(Duration.ofDays(300)),
                "pay",
                List.of(new Use(day, cny(3))));
        Capture capture =
            new Capture(
                world.id(),
                hold.hold(),
                List.of(new Share(world.alice, cny(1))),
                "payment",
                "pay",
                i % 2 == 0,
                Optional.empty(),
                Optional.empty());
        var answers =
            List.of(
                ledger.postAsync(paid),
                ledger.postAsync(world.transfer(world.bob, world.alice, 1)));
        done += ledger.hold(hold) instanceof PostResult.Posted ? 1 : 0;
        ledger.capture(capture);
        ledger.reverse(new Reversal(world.id(), paid.id(), Optional.empty(), "back"));
        answers.forEach(answer -> answer.join());
      }
      return done;
    };
  }

  /** What a pass finds that was not known. */
  private static Set<Difference> pass(SelfAudit audit, AuditScope scope) {
    Set<Difference> fresh = new LinkedHashSet<>();
    for (int steps = 0; steps < 100_000; steps++) {
      if (!(audit.step(scope) instanceof Looked looked)) {
        throw new AssertionError("Another instance has the lease");
      }
      fresh.addAll(looked.fresh());
      if (looked.ended()) {
        return fresh;
      }
    }
    throw new AssertionError("The pass does not end");
  }

  private static List<String> texts(Iterable<Difference> differences) {
    List<String> texts = new ArrayList<>();
    for (Difference difference : differences) {
      texts.add(
          difference.subject()
              + " "
              + difference.figure()
              + " should be "
              + difference.expected()
              + ", is "
              + difference.actual());
    }
    return texts;
  }
}
