package dev.qiao.ledger;

import static dev.qiao.ledger.AccountRefusal.ACCOUNT_CLOSED;
import static dev.qiao.ledger.AccountRefusal.ACCOUNT_NOT_FOUND;
import static dev.qiao.ledger.AccountRefusal.BALANCE_NOT_ZERO;
import static dev.qiao.ledger.AccountRefusal.CEILING_BELOW_POSTED;
import static dev.qiao.ledger.AccountRefusal.CEILING_OUT_OF_RANGE;
import static dev.qiao.ledger.AccountRefusal.FLOOR_ABOVE_AVAILABLE;
import static dev.qiao.ledger.AccountRefusal.FLOOR_OUT_OF_RANGE;
import static dev.qiao.ledger.AccountRefusal.HELD_NOT_ZERO;
import static dev.qiao.ledger.AccountRefusal.ID_NOT_TIME_ORDERED;
import static dev.qiao.ledger.AccountRefusal.ID_TOO_FAR_AHEAD;

import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rules for changes of accounts: functions of the account, the order and the time. */
final class AccountRules {
  private AccountRules() {}

  /**
   * The first reason against it, if there is one.
   *
   * @param account none when there is no such account
   * @param at ledger time, in microseconds
   */
  static Optional<AccountRefusal> refusal(Optional<Account> account, AccountOrder order, long at) {
    Set<AccountRefusal> broken = EnumSet.noneOf(AccountRefusal.class); // Kept in declared order.
    UUID id = order.id().value();
    note(broken, !Ids.isTimeOrdered(id), ID_NOT_TIME_ORDERED);
    note(broken, Ids.isTimeOrdered(id) && Micros.ofId(id) > at + Core.AHEAD_MAX, ID_TOO_FAR_AHEAD);
    note(broken, account.isEmpty(), ACCOUNT_NOT_FOUND);
    boolean closed = account.isPresent() && account.get().closed();
    note(broken, closed && !(order instanceof AccountOrder.Close), ACCOUNT_CLOSED);
    Optional<Balance> balance = account.map(Account::balance);
    switch (order) {
      case AccountOrder.Limit limit -> limits(broken, limit, balance);
      case AccountOrder.Close _ -> {
        note(broken, balance.isPresent() && balance.get().posted() != 0, BALANCE_NOT_ZERO);
        note(broken, balance.isPresent() && balance.get().held() != 0, HELD_NOT_ZERO);
      }
      case AccountOrder.Freeze _, AccountOrder.Unfreeze _ -> {}
    }
    return broken.stream().findFirst();
  }

  private static void limits(
      Set<AccountRefusal> broken, AccountOrder.Limit limit, Optional<Balance> balance) {
    long floor = limit.floor().orElse(0);
    long ceiling = limit.ceiling().orElse(0);
    note(broken, floor > 0 || floor < -Money.MINOR_MAX, FLOOR_OUT_OF_RANGE);
    note(broken, ceiling < 0 || ceiling > Money.MINOR_MAX, CEILING_OUT_OF_RANGE);
    if (balance.isPresent()) {
      boolean below = limit.floor().isPresent() && balance.get().available() < floor;
      boolean above = limit.ceiling().isPresent() && balance.get().posted() > ceiling;
      note(broken, below, FLOOR_ABOVE_AVAILABLE);
      note(broken, above, CEILING_BELOW_POSTED);
    }
  }

  /** The account afterwards, when nothing is against it. */
  static Account after(Account account, AccountOrder order) {
    AccountTerms terms = account.terms();
    Set<Side> frozen = EnumSet.noneOf(Side.class);
    frozen.addAll(account.frozen());
    boolean closed = account.closed();
    switch (order) {
      case AccountOrder.Freeze freeze -> frozen.add(freeze.side());
      case AccountOrder.Unfreeze unfreeze -> frozen.remove(unfreeze.side());
      case AccountOrder.Limit limit ->
          terms =
              new AccountTerms(
                  terms.reference(), terms.unit(), terms.kind(), limit.floor(), limit.ceiling());
      case AccountOrder.Close _ -> closed = true;
    }
    return new Account(account.id(), terms, frozen, closed, account.balance());
  }

  private static void note(Set<AccountRefusal> broken, boolean isBroken, AccountRefusal reason) {
    if (isBroken) {
      broken.add(reason);
    }
  }
}
