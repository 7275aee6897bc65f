package dev.qiao.ledger;

import java.time.Duration;

/** Too many commands wait for the database already. Nothing was done: ask again later. */
public final class LedgerOverloaded extends LedgerUnavailable {
  private final transient Duration retryAfter;

  LedgerOverloaded(Duration retryAfter) {
    super("The ledger has too much to do", null);
    this.retryAfter = retryAfter;
  }

  /** When asking again is likely to help. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
