package dev.qiao.ledger;

import java.time.Instant;

/** What became of a change of an account that was asked for. */
public sealed interface AccountChange {
  /**
   * Done and durable, or so already.
   *
   * @param at ledger time
   * @param account as it was then
   */
  record Changed(ChangeId id, Instant at, Account account) implements AccountChange {}

  /** Not done; durable for this id unless the reason says otherwise. */
  record Refused(ChangeId id, AccountRefusal reason) implements AccountChange {}

  /** Asked before with the same content: what became of it then. */
  record Replayed(AccountChange first) implements AccountChange {}

  /** Asked before with other content: nothing was done now. */
  record IdReused(ChangeId id) implements AccountChange {}
}
