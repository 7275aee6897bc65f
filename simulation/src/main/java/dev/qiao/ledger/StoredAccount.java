package dev.qiao.ledger;

import dev.qiao.model.AccountRow;
import dev.qiao.money.Unit;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

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

  /** Another state, or other limits. */
  StoredAccount as(Account after, long newVersion, long at) {
    return new StoredAccount(
        number,
        unit,
        after.terms().floor().orElse(AccountState.NO_FLOOR),
        after.terms().ceiling().orElse(AccountState.NO_CEILING),
        after.frozen().contains(Side.DEBIT),
        after.frozen().contains(Side.CREDIT),
        after.closed(),
        posted,
        held,
        sequence,
        newVersion,
        at);
  }

  static StoredAccount opened(
      long number, Unit unit, long floor, long ceiling, long posted, long at) {
    return new StoredAccount(
        number, unit, floor, ceiling, false, false, false, posted, 0, 0, 0, at);
  }

  Account account() {
    Set<Side> frozen = EnumSet.noneOf(Side.class);
    if (frozenForDebit) {
      frozen.add(Side.DEBIT);
    }
    if (frozenForCredit) {
      frozen.add(Side.CREDIT);
    }
    AccountId id = new AccountId(number);
    return new Account(
        id,
        new AccountTerms(
            "account " + number,
            unit,
            "simulated",
            floor == AccountState.NO_FLOOR ? OptionalLong.empty() : OptionalLong.of(floor),
            ceiling == AccountState.NO_CEILING ? OptionalLong.empty() : OptionalLong.of(ceiling)),
        frozen,
        closed,
        new Balance(id, unit, posted, held, sequence));
  }

  AccountRow modelled() {
    return new AccountRow(
        unit.code(),
        floor == AccountState.NO_FLOOR ? null : floor,
        ceiling == AccountState.NO_CEILING ? null : ceiling,
        frozenForDebit,
        frozenForCredit,
        closed,
        posted,
        held,
        sequence,
        touchedAt);
  }
}
