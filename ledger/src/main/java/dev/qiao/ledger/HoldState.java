package dev.qiao.ledger;

import dev.qiao.ledger.HoldRecord.End;
import java.util.List;
import java.util.Optional;

/**
 * What deciding needs to know of a hold; amounts in minor units of its account.
 *
 * @param expiresAt ledger time from which on it sets nothing aside
 * @param used what was taken from allowances for it
 */
record HoldState(
    HoldId id,
    long account,
    long amount,
    long captured,
    long released,
    long version,
    long expiresAt,
    Optional<End> ended,
    String reference,
    List<Used> used) {

  long remaining() {
    return amount - captured - released;
  }

  HoldState increased(long by, List<Used> nowUsed) {
    return new HoldState(
        id,
        account,
        amount + by,
        captured,
        released,
        version + 1,
        expiresAt,
        ended,
        reference,
        nowUsed);
  }

  HoldState captured(long by) {
    Optional<End> end = by == remaining() ? Optional.of(End.CAPTURED) : Optional.empty();
    return new HoldState(
        id, account, amount, captured + by, released, version + 1, expiresAt, end, reference, used);
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
        reference,
        used);
  }
}
