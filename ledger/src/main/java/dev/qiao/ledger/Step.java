package dev.qiao.ledger;

/**
 * One change that a command makes, with its accounts after it. A hold is null where there is none.
 */
sealed interface Step {
  /**
   * Money moved.
   *
   * @param hold the hold that it was captured from, or null
   */
  record Moved(
      long amount,
      HoldId hold,
      long debit,
      long debitSequence,
      long debitPosted,
      long debitHeld,
      long credit,
      long creditSequence,
      long creditPosted,
      long creditHeld)
      implements Step {}

  /** Money set aside (positive) or given back (negative). */
  record HeldBy(HoldId hold, long change, long account, long sequence, long posted, long held)
      implements Step {}
}
