package dev.qiao.ledger;

import dev.qiao.money.Unit;
import java.time.Instant;
import java.util.OptionalLong;

/** What deciding needs to know of an account. */
record AccountState(
    AccountId id,
    Unit unit,
    OptionalLong floor,
    OptionalLong ceiling,
    boolean frozenForDebit,
    boolean frozenForCredit,
    boolean closed,
    long posted,
    long held,
    long sequence,
    long version,
    Instant touchedAt) {

  /** This account after a change of its posted and held balance. */
  AccountState changed(long postedBy, long heldBy, Instant at) {
    return new AccountState(
        id,
        unit,
        floor,
        ceiling,
        frozenForDebit,
        frozenForCredit,
        closed,
        posted + postedBy,
        held + heldBy,
        sequence + 1,
        version + 1,
        at);
  }

  Balance balance() {
    return new Balance(id, unit, posted, held, sequence);
  }
}
