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

  /** Ids may be a day ahead: those further than this would crowd out what is latest. */
  private static final Duration AHEAD = Duration.ofMinutes(1);

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

  SelfAudit(Transactions transactions, InstantSource clock, Bounds bounds) {
    this.transactions = transactions;
    this.clock = clock;
    this.bounds = bounds;
  }

  /** Does the next step of the pass under way, or begins one. */
  public synchronized AuditStep step(AuditScope scope) {
    Instant now = now();
    if (!isOurs(now)) {
      return new AuditStep.Elsewhere();
    }
    Standing standing = transactions.read(db -> new AuditPassTables(db).standing(scope));
    Slice slice = look(scope, standing.place(), now);
    AuditFigures met = slice.figures().withDifferences(slice.differences().size());
    Instant begunAt = standing.begunAt().orElse(now);
    Optional<List<Difference>> fresh =
        transactions.write(
            db -> keep(db, scope, standing, slice, begunAt, standing.figures().plus(met)));
    return fresh.isEmpty()
        ? new AuditStep.Elsewhere()
        : new AuditStep.Looked(met, fresh.get(), slice.next().isEnd());
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

  private Slice look(AuditScope scope, AuditPlace place, Instant now) {
    try {
      return transactions.once(
          LOOK,
          db -> {
            AuditSlices slices = new AuditSlices(db, bounds);
            return switch (scope) {
              case RECENT ->
                  slices.recent(Micros.firstId(now.minus(RECENT)), Micros.firstId(now.plus(AHEAD)));
              case WHOLE -> slices.look(place);
            };
          });
    } catch (SQLException failed) {
      throw Transactions.translated(failed);
    }
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
