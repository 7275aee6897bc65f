package dev.qiao.ledger;

import java.util.Optional;

/** A row to write, with the states of its accounts after it. */
sealed interface Step {
  /**
   * Money moved.
   *
   * @param hold the hold that it was captured from
   */
  record Moved(AccountState debit, AccountState credit, long amount, Optional<HoldId> hold)
      implements Step {}

  /** Money set aside (positive) or given back (negative). */
  record HeldBy(HoldId hold, AccountState account, long change) implements Step {}
}
