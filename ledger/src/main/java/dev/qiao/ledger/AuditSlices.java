package dev.qiao.ledger;

import dev.qiao.ledger.AuditPlace.Area;
import dev.qiao.ledger.AuditPostingTables.Following;
import dev.qiao.ledger.AuditReport.Difference;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks at a part of the ledger, as of one moment. How much that is at most does not depend on how
 * much there is, but for a hold, an allowance's window, and the sum of all accounts.
 */
record AuditSlices(Db db, Bounds bounds) {
  private static final int LAST_CHANGES = 50;

  /** Ids may be a day ahead: those further than this would crowd out what is latest. */
  static final Duration AHEAD = Duration.ofMinutes(1);

  private static final Duration TOO_FAR = Duration.ofHours(48);

  /**
   * How much a slice looks at.
   *
   * @param atOnce accounts whose chains are followed at once: ninety bytes of memory each
   * @param changes of one account in order, or else the commands that have made them
   * @param postings commands one by one: of fewer, planning would take longer than looking
   * @param latest of the latest commands
   */
  record Bounds(int accounts, int atOnce, int changes, int objects, int postings, int latest) {
    static final Bounds USUAL = new Bounds(500, 500_000, 10_000, 500, 50_000, 2_000);
  }

  /** What a slice has shown, and where the next one goes on. */
  record Slice(AuditPlace next, AuditFigures figures, List<Difference> differences) {
    static Slice nothing(Area next) {
      return new Slice(AuditPlace.before(next), AuditFigures.NONE, List.of());
    }
  }

  Slice look(AuditPlace place, Instant begunAt, Instant now, AuditChains chains)
      throws SQLException {
    return switch (place.area()) {
      case ACCOUNTS -> accounts(place);
      case CHANGES -> chains.look(db, bounds, place, now);
      case HOLDS -> holds(place, begunAt);
      case ALLOWANCES -> allowances(place);
      case POSTINGS -> postings(place, begunAt);
      case UNITS ->
          new Slice(AuditPlace.before(Area.END), AuditFigures.NONE, new AuditTables(db).units());
      case END -> throw new IllegalStateException("The pass has ended");
    };
  }

  private Slice accounts(AuditPlace place) throws SQLException {
    AuditAccountTables tables = new AuditAccountTables(db);
    List<Long> numbers = tables.next(place.number(), bounds.accounts());
    return new Slice(
        numbers.size() < bounds.accounts()
            ? AuditPlace.before(Area.CHANGES)
            : place.after(numbers.getLast()),
        AuditFigures.ofAccounts(numbers.size(), 0),
        tables.differences(numbers.stream().mapToLong(Long::longValue).toArray()));
  }

  private Slice holds(AuditPlace place, Instant begunAt) throws SQLException {
    AuditHoldTables tables = new AuditHoldTables(db);
    List<UUID> ids = tables.next(place.id(), bounds.objects());
    boolean isEnough =
        ids.size() < bounds.objects() || AuditPlace.isFrom(nextPasses(begunAt), ids.getLast());
    return new Slice(
        isEnough ? AuditPlace.before(Area.ALLOWANCES) : place.after(ids.getLast()),
        AuditFigures.ofHolds(ids.size()),
        tables.differences(ids));
  }

  private Slice allowances(AuditPlace place) throws SQLException {
    AuditAllowanceTables tables = new AuditAllowanceTables(db);
    List<Long> ids = tables.next(place.number(), bounds.objects());
    return new Slice(
        ids.size() < bounds.objects()
            ? AuditPlace.before(Area.POSTINGS)
            : place.after(ids.getLast()),
        AuditFigures.ofAllowances(ids.size()),
        tables.differences(ids));
  }

  /** What came after a pass has begun is the next one's: to follow it could take for ever. */
  private static UUID nextPasses(Instant begunAt) {
    return Micros.firstId(begunAt.plus(AHEAD));
  }

  /**
   * Where no command is left there may still be rows that have none; further ahead than ids may be
   * it looks all the same.
   */
  private Slice postings(AuditPlace place, Instant begunAt) throws SQLException {
    AuditPostingTables tables = new AuditPostingTables(db);
    Optional<Following> following = tables.following(place.id(), bounds.postings());
    int count = following.map(Following::count).orElse(0);
    UUID upTo =
        following
            .filter(full -> full.count() == bounds.postings())
            .map(Following::last)
            .orElse(AuditPlace.LAST_ID);
    List<Difference> differences = new ArrayList<>(tables.differences(place.id(), upTo));
    boolean isEnough = AuditPlace.isFrom(nextPasses(begunAt), upTo);
    UUID tooFar = Micros.firstId(begunAt.plus(TOO_FAR));
    if (isEnough && !AuditPlace.isFrom(tooFar, upTo)) {
      differences.addAll(tables.differences(tooFar, AuditPlace.LAST_ID));
    }
    return new Slice(
        isEnough ? AuditPlace.before(Area.UNITS) : place.after(upTo),
        AuditFigures.ofPostings(count),
        differences);
  }

  /** What the latest commands have touched: their accounts' last changes, holds, allowances. */
  Slice recent(UUID first, UUID end) throws SQLException {
    AuditPostingTables postings = new AuditPostingTables(db);
    List<UUID> latest = postings.latest(first, end, bounds.latest());
    if (latest.isEmpty()) {
      return Slice.nothing(Area.END);
    }
    UUID after = beforeOf(latest.getLast());
    UUID upTo = beforeOf(end);
    ChainTables chains = new ChainTables(db);
    long[] accounts =
        postings.accounts(after, upTo, 2 * bounds.latest()).stream()
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
    ChainCheck check = ChainCheck.fromAnywhere();
    chains.readLast(check, LAST_CHANGES, accounts);
    check.finish();
    List<UUID> holds = new AuditHoldTables(db).touched(after, upTo);
    List<Long> allowances = new AuditAllowanceTables(db).touched(after, upTo);
    List<Difference> differences = new ArrayList<>(chains.named(check.findings()));
    differences.addAll(new AuditAccountTables(db).differences(accounts));
    differences.addAll(new AuditHoldTables(db).differences(holds));
    differences.addAll(new AuditAllowanceTables(db).differences(allowances));
    differences.addAll(postings.differences(after, upTo));
    AuditFigures figures =
        check
            .figures()
            .plus(AuditFigures.ofPostings(latest.size()))
            .plus(AuditFigures.ofHolds(holds.size()))
            .plus(AuditFigures.ofAllowances(allowances.size()));
    return new Slice(AuditPlace.before(Area.END), figures, differences);
  }

  /** The id that comes just before, as PostgreSQL sorts them. */
  private static UUID beforeOf(UUID id) {
    long low = id.getLeastSignificantBits();
    return new UUID(id.getMostSignificantBits() - (low == 0 ? 1 : 0), low - 1);
  }
}
