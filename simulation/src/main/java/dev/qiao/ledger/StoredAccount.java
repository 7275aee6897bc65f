package dev.qiao.ledger;

import dev.qiao.money.Unit;

/** An account's row. */
record StoredAccount(
    long number,
    Unit unit,
    long floor,
    long ceiling,
    boolean frozenForDebit,
    boolean frozenForCredit,
    boolean closed,
    long posted,
    long held,
    long sequence,
    long version,
    long touchedAt) {

  AccountState state() {
    return new AccountState(number, unit, floor, ceiling, frozenForDebit, frozenForCredit, closed)
        .at(posted, held, sequence, version, touchedAt);
  }

  StoredAccount with(long posted, long held, long sequence, long version, long touchedAt) {
    return new StoredAccount(
        number,
        unit,
        floor,
        ceiling,
        frozenForDebit,
        frozenForCredit,
        closed,
        posted,
        held,
        sequence,
        version,
        touchedAt);
  }

  StoredAccount frozen(boolean forDebit, boolean forCredit) {
    return new StoredAccount(
        number,
        unit,
        floor,
        ceiling,
        forDebit,
        forCredit,
        closed,
        posted,
        held,
        sequence,
        version + 1,
        touchedAt);
  }

  StoredAccount shut() {
    return new StoredAccount(
        number,
        unit,
        floor,
        ceiling,
        frozenForDebit,
        frozenForCredit,
        true,
        posted,
        held,
        sequence,
        version + 1,
        touchedAt);
  }
}
