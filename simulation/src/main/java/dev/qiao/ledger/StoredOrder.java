package dev.qiao.ledger;

import dev.qiao.ledger.AccountOrderTables.StoredChange;

/**
 * An order's row.
 *
 * @param at ledger time, in microseconds
 * @param clock what the server's clock showed, in microseconds
 */
record StoredOrder(AccountOrder order, byte[] digest, long at, long clock, AccountChange first) {

  StoredChange change() {
    return new StoredChange(digest, first);
  }
}
