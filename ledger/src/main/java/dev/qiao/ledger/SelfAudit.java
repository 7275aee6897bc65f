package dev.qiao.ledger;

import dev.qiao.ledger.AuditPassTables.Standing;
import dev.qiao.ledger.AuditReport.Difference;
import dev.qiao.ledger.AuditSlices.Bounds;
import dev.qiao.ledger.AuditSlices.Slice;
import dev.qiao.ledger.AuditStanding.Ended;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Audits a ledger while it works, a step at a time: each looks at a bounded part, as of one moment,
 * and the database keeps how far the pass has come and what it has found. Any number of instances
 * may call it at any time: one of them has the lease, and what another did meanwhile counts once.
 *
 * <p>Every method throws {@link LedgerUnavailable} when the database cannot be reached: nothing is
 * lost, the step is done again.
 */
public final class SelfAudit {
  /** Longer than any step. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration RECENT = Duration.ofMinutes(5);

  private static final int SHOWN_MAX = 100;

  /** Of a ledger of which nothing is right this many say as much as all. */
  private static final int KEPT_MAX = 10_000;

  /**
   * A look that takes longer is given up: it would keep the database from clearing up behind it.
   * Plans are made for what is asked for now: a range of ids may be anything from nothing to all.
   */
  private static final String LOOK =
      """
      set transaction isolation level repeatable read, read only;
      set local statement_timeout = '60s';
      set local plan_cache_mode = force_custom_plan;
      set local jit = off
      """;

  private final Transactions transactions;
  private final InstantSource clock;
  private final Bounds bounds;
  private final UUID instance = UUID.randomUUID();
  private Instant leasedUntil = Instant.EPOCH;

  /** Of the step of this number, if that comes next: else somebody else has gone on meanwhile. */
  private AuditChains chains = new AuditChains();

  private long chainsStep;

  SelfAudit(Transactions transactions, InstantSource clock, Bounds bounds) {
    this.transactions = transactions;
    this.clock = clock;
    this.bounds = bounds;
  }

  /** Does the next step of the pass under way, or begins one. */
  public synchronized AuditStep step(AuditScope scope) {
    Instant now = now();
    if (!isOurs(now)) {
      chains = new AuditChains();
      return new AuditStep.Elsewhere();
    }
    return switch (scope) {
      case RECENT -> recent(now);
      case WHOLE -> whole(now);
    };
  }

  private AuditStep recent(Instant now) {
    Standing standing = standing(AuditScope.RECENT);
    UUID first = Micros.firstId(now.minus(RECENT));
    UUID end = Micros.firstId(now.plus(AuditSlices.AHEAD));
    return keep(AuditScope.RECENT, standing, look(slices -> slices.recent(first, end)), now);
  }

  /** A step that fails, or does not count, has read a part that nobody knows of. */
  private AuditStep whole(Instant now) {
    Standing standing = standing(AuditScope.WHOLE);
    AuditChains ours = chainsStep == standing.step() ? chains : new AuditChains();
    chains = new AuditChains();
    Instant begunAt = standing.begunAt().orElse(now);
    Slice slice = look(slices -> slices.look(standing.place(), begunAt, now, ours));
    AuditStep step = keep(AuditScope.WHOLE, standing, slice, now);
    if (step instanceof AuditStep.Looked) {
      chains = ours;
      chainsStep = standing.step() + 1;
    }
    return step;
  }

  /**
   * Whether nobody else does anything in the database at this moment, as the role that the ledger
   * works as: then a pass may go faster. On an instance of any number: it is the database's answer.
   */
  public boolean isQuiet() {
    return transactions.read(db -> new AuditPassTables(db).isQuiet());
  }

  /** How far it is, and what it has found. */
  public AuditStanding standing() {
    return transactions.read(
        db -> {
          AuditPassTables tables = new AuditPassTables(db);
          return new AuditStanding(
              tables.pass(AuditScope.RECENT),
              tables.pass(AuditScope.WHOLE),
              tables.found(SHOWN_MAX),
              tables.open());
        });
  }

  private boolean isOurs(Instant now) {
    if (now.isBefore(leasedUntil.minus(LEASE.dividedBy(2)))) {
      return true;
    }
    Instant until = now.plus(LEASE);
    boolean isOurs = transactions.write(db -> new AuditPassTables(db).lease(instance, now, until));
    leasedUntil = isOurs ? until : Instant.EPOCH;
    return isOurs;
  }

  private Standing standing(AuditScope scope) {
    return transactions.read(db -> new AuditPassTables(db).standing(scope));
  }

  private interface Look {
    Slice at(AuditSlices slices) throws SQLException;
  }

  private Slice look(Look look) {
    try {
      return transactions.once(LOOK, db -> look.at(new AuditSlices(db, bounds)));
    } catch (SQLException failed) {
      throw Transactions.translated(failed);
    }
  }

  private AuditStep keep(AuditScope scope, Standing standing, Slice slice, Instant now) {
    AuditFigures met = slice.figures().withDifferences(slice.differences().size());
    AuditFigures soFar =
        standing.figures().withoutChanges(standing.place().readAgain(slice.next())).plus(met);
    Instant begunAt = standing.begunAt().orElse(now);
    return transactions
        .write(db -> keep(db, scope, standing, slice, begunAt, soFar))
        .<AuditStep>map(fresh -> new AuditStep.Looked(met, fresh, slice.next().isEnd()))
        .orElseGet(AuditStep.Elsewhere::new);
  }

  /** What was not known yet; empty when another instance has done this step. */
  private Optional<List<Difference>> keep(
      Db db,
      AuditScope scope,
      Standing standing,
      Slice slice,
      Instant begunAt,
      AuditFigures figures)
      throws SQLException {
    AuditPassTables tables = new AuditPassTables(db);
    Instant now = now();
    boolean ends = slice.next().isEnd();
    boolean counts =
        ends
            ? tables.end(scope, standing.step(), new Ended(begunAt, now, figures))
            : tables.goOn(scope, standing.step(), begunAt, slice.next(), figures);
    if (!counts) {
      return Optional.empty();
    }
    List<Difference> fresh = new ArrayList<>();
    long room = slice.differences().isEmpty() ? 0 : KEPT_MAX - tables.open();
    for (Difference difference : slice.differences()) {
      if (tables.see(difference, room > 0, now)) {
        fresh.add(difference);
        room--;
      }
    }
    if (ends && scope == AuditScope.WHOLE) {
      tables.forget(begunAt, now);
    }
    return Optional.of(fresh);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
