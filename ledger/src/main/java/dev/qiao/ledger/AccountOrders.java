package dev.qiao.ledger;

import dev.qiao.ledger.AccountChange.Changed;
import dev.qiao.ledger.AccountChange.IdReused;
import dev.qiao.ledger.AccountChange.Refused;
import dev.qiao.ledger.AccountChange.Replayed;
import dev.qiao.ledger.AccountOrderTables.StoredChange;
import dev.qiao.ledger.Session.Access;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/** Changes the state and the limits of accounts, under their lock. */
record AccountOrders(Session session) {

  /** In a transaction of its own; again when that may help. */
  static AccountChange apply(
      Store store, AccountOrder order, LongSupplier clock, IntConsumer pause) {
    AtomicReference<AccountChange> answer = new AtomicReference<>();
    return Transactions.again(
        () -> {
          store.transaction(
              session -> answer.set(new AccountOrders(session).apply(order, clock.getAsLong())));
          return answer.get();
        },
        pause);
  }

  /**
   * @param now microseconds
   * @throws TakenMeanwhile when another transaction has used the id
   */
  AccountChange apply(AccountOrder order, long now) throws SQLException {
    Optional<AccountState> state =
        session.accounts(Access.LOCK, order.account().number()).stream().findFirst();
    byte[] digest = Digest.of(order);
    Optional<StoredChange> before = session.stored(order.id());
    if (before.isPresent()) {
      return before.get().isOf(digest)
          ? new Replayed(before.get().first())
          : new IdReused(order.id());
    }
    // One that was not there to be locked may be by now: it is not, to this order.
    Optional<Account> account =
        state.isPresent() ? session.account(order.account()) : Optional.empty();
    long at = Math.max(now, state.map(found -> found.touchedAt).orElse(now));
    Optional<AccountRefusal> refusal = AccountRules.refusal(account, order, at);
    if (refusal.isPresent()) {
      if (refusal.get().durable()) {
        session.refuse(order, digest, at, refusal.get());
      }
      return new Refused(order.id(), refusal.get());
    }
    Account after = AccountRules.after(account.orElseThrow(), order);
    boolean soAlready = after.equals(account.get());
    long version = state.orElseThrow().version + (soAlready ? 0 : 1);
    if (!soAlready) {
      session.store(after, version, at);
    }
    session.keep(order, digest, at, version, account.get(), after);
    return new Changed(order.id(), Micros.instant(at), after);
  }
}
