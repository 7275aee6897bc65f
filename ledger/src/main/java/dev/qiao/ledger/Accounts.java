package dev.qiao.ledger;

import java.sql.SQLException;
import java.util.Optional;

/** Opens accounts. */
record Accounts(Db db) {

  /**
   * An account keeps the reference that it was opened with for ever, and is known again by the
   * terms that it has now as by those that it was opened with.
   */
  AccountId open(AccountTerms terms, long now) throws SQLException {
    Optional<Account> existing = new AccountTables(db).find(terms.reference());
    if (existing.isEmpty()) {
      return new AccountTables(db)
          .insert(terms, Micros.instant(now))
          .orElseThrow(TakenMeanwhile::new);
    }
    Account account = existing.get();
    if (!account.terms().equals(terms)
        && !new AccountOrderTables(db).openedWith(account).equals(terms)) {
      throw new AccountTermsDiffer(account.id(), terms);
    }
    return account.id();
  }
}
