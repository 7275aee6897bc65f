package dev.qiao.ledger;

import java.sql.SQLException;
import java.util.Optional;

/** Changes the state of an account, under its lock. */
record AccountStates(Db db) {

  AccountChange freeze(AccountId id, Side side, boolean frozen) throws SQLException {
    Optional<AccountState> found = lock(id);
    if (found.isEmpty()) {
      return new AccountChange.NotFound(id);
    }
    AccountState state = found.get();
    if (state.closed) {
      return new AccountChange.Closed(id);
    }
    boolean debit = side == Side.DEBIT ? frozen : state.frozenForDebit;
    boolean credit = side == Side.CREDIT ? frozen : state.frozenForCredit;
    if (debit != state.frozenForDebit || credit != state.frozenForCredit) {
      new AccountTables(db).freeze(id, debit, credit);
    }
    return changed(id);
  }

  AccountChange close(AccountId id) throws SQLException {
    Optional<AccountState> found = lock(id);
    if (found.isEmpty()) {
      return new AccountChange.NotFound(id);
    }
    if (found.get().posted != 0 || found.get().held != 0) {
      return new AccountChange.NotEmpty(found.get().balance());
    }
    if (!found.get().closed) {
      new AccountTables(db).close(id);
    }
    return changed(id);
  }

  private Optional<AccountState> lock(AccountId id) throws SQLException {
    return new AccountTables(db).lock(id.number()).stream().findFirst();
  }

  private AccountChange changed(AccountId id) throws SQLException {
    return new AccountChange.Changed(new AccountTables(db).find(id).orElseThrow());
  }
}
