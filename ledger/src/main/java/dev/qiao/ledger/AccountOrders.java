package dev.qiao.ledger;

import dev.qiao.ledger.AccountChange.Changed;
import dev.qiao.ledger.AccountChange.IdReused;
import dev.qiao.ledger.AccountChange.Refused;
import dev.qiao.ledger.AccountChange.Replayed;
import dev.qiao.ledger.AccountOrderTables.StoredChange;
import java.sql.SQLException;
import java.util.Optional;

/** Opens accounts, and changes their state and limits under their lock. */
record AccountOrders(Db db) {

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
    if (!account.terms().equals(terms) && !tables().openedWith(account).equals(terms)) {
      throw new AccountTermsDiffer(account.id(), terms);
    }
    return account.id();
  }

  /**
   * @param now microseconds
   * @throws TakenMeanwhile when another transaction has used the id
   */
  AccountChange apply(AccountOrder order, long now) throws SQLException {
    Optional<AccountState> state =
        new AccountTables(db).lock(order.account().number()).stream().findFirst();
    byte[] digest = Digest.of(order);
    Optional<StoredChange> before = tables().find(order.id());
    if (before.isPresent()) {
      return before.get().isOf(digest)
          ? new Replayed(before.get().first())
          : new IdReused(order.id());
    }
    Optional<Account> account = new AccountTables(db).find(order.account());
    long at = Math.max(now, state.map(found -> found.touchedAt).orElse(now));
    Optional<AccountRefusal> refusal = AccountRules.refusal(account, order, at);
    if (refusal.isPresent()) {
      if (refusal.get().durable()) {
        tables().insertRefused(order, digest, at, refusal.get());
      }
      return new Refused(order.id(), refusal.get());
    }
    Account after = AccountRules.after(account.orElseThrow(), order);
    boolean soAlready = after.equals(account.get());
    long version = state.orElseThrow().version + (soAlready ? 0 : 1);
    if (!soAlready) {
      tables().update(after, version, at);
    }
    tables().insertDone(order, digest, at, version, account.get(), after);
    return new Changed(order.id(), Micros.instant(at), after);
  }

  private AccountOrderTables tables() {
    return new AccountOrderTables(db);
  }
}
