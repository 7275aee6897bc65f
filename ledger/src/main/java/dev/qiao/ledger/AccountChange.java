package dev.qiao.ledger;

/** What became of freezing, unfreezing or closing an account. */
public sealed interface AccountChange {
  /** Done, or so already. */
  record Changed(Account account) implements AccountChange {}

  /** There is no such account. */
  record NotFound(AccountId account) implements AccountChange {}

  /** An account with money or holds cannot be closed. */
  record NotEmpty(Balance balance) implements AccountChange {}

  /** A closed account stays as it is. */
  record Closed(AccountId account) implements AccountChange {}
}
