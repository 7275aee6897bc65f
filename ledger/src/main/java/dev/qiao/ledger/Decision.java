package dev.qiao.ledger;

import java.util.List;
import java.util.Optional;

/** What is to become of a command. */
sealed interface Decision {
  /**
   * To be done.
   *
   * @param accounts the touched accounts afterwards, in the order in which they were first touched
   * @param hold the hold afterwards, if one is made or changed
   */
  record Accepted(List<Step> steps, List<AccountState> accounts, Optional<HoldState> hold)
      implements Decision {}

  record Declined(Refusal reason) implements Decision {}
}
