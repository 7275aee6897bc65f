package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of an account's statement, read from one end.
 *
 * @param order which end
 * @param beyond where the page before ended: the sequence of its last entry; empty to begin
 * @param from the first ledger time that is in it; empty for all since the account was opened
 * @param until the first ledger time after it; empty for all
 * @param limit how many entries at most, 1 to 1000
 */
public record StatementPage(
    Order order, OptionalLong beyond, Optional<Instant> from, Optional<Instant> until, int limit) {
  public static final int LIMIT_MAX = 1_000;

  /** From which end a statement is read. */
  public enum Order {
    LATEST_FIRST,
    OLDEST_FIRST
  }

  /** Throws IllegalArgumentException for another limit. */
  public StatementPage {
    requireNonNull(order, "order");
    requireNonNull(beyond, "beyond");
    requireNonNull(from, "from");
    requireNonNull(until, "until");
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("A page has 1 to " + LIMIT_MAX + " entries: " + limit);
    }
  }

  public static StatementPage latestFirst(int limit) {
    return new StatementPage(
        Order.LATEST_FIRST, OptionalLong.empty(), Optional.empty(), Optional.empty(), limit);
  }

  public static StatementPage oldestFirst(int limit) {
    return new StatementPage(
        Order.OLDEST_FIRST, OptionalLong.empty(), Optional.empty(), Optional.empty(), limit);
  }

  /** Only what happened from one ledger time on, and before another. */
  public StatementPage between(Instant first, Instant end) {
    return new StatementPage(order, beyond, Optional.of(first), Optional.of(end), limit);
  }

  /** The page that goes on after an entry. */
  public StatementPage after(Entry last) {
    return new StatementPage(order, OptionalLong.of(last.after().sequence()), from, until, limit);
  }
}
