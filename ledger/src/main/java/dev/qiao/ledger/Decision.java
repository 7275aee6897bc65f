package dev.qiao.ledger;

import java.util.List;
import java.util.Optional;

/** What is to become of a command, and at what ledger time. */
sealed interface Decision {
  long at();

  /**
   * To be done.
   *
   * @param after the touched accounts' balances, in the order in which they were first touched
   * @param hold the hold afterwards, if one is made or changed
   * @param used what it takes from allowances and gives back to them
   */
  record Accepted(
      long at, List<Step> steps, List<Balance> after, Optional<HoldState> hold, List<Used> used)
      implements Decision {}

  record Declined(long at, Refusal reason) implements Decision {}
}
