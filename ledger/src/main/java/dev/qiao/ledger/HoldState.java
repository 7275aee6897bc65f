package dev.qiao.ledger;

import dev.qiao.ledger.HoldRecord.End;
import java.time.Instant;
import java.util.Optional;

/** What deciding needs to know of a hold; amounts in minor units of its account. */
record HoldState(
    HoldId id,
    AccountId account,
    long amount,
    long captured,
    long released,
    long version,
    Instant expiresAt,
    Optional<End> ended,
    String reference) {

  long remaining() {
    return amount - captured - released;
  }

  HoldState increased(long by) {
    return new HoldState(
        id, account, amount + by, captured, released, version + 1, expiresAt, ended, reference);
  }

  HoldState captured(long by) {
    Optional<End> end = by == remaining() ? Optional.of(End.CAPTURED) : Optional.empty();
    return new HoldState(
        id, account, amount, captured + by, released, version + 1, expiresAt, end, reference);
  }

  /** Gives back all that remains. */
  HoldState ended(End end) {
    return new HoldState(
        id,
        account,
        amount,
        captured,
        amount - captured,
        version + 1,
        expiresAt,
        Optional.of(end),
        reference);
  }
}
