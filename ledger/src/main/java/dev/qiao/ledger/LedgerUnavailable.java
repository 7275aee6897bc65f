package dev.qiao.ledger;

/**
 * The database could not be reached, or was too busy. Whether the command was applied is unknown:
 * ask again with the same id.
 */
public sealed class LedgerUnavailable extends RuntimeException permits LedgerOverloaded {
  LedgerUnavailable(Throwable cause) {
    this("The ledger is not available", cause);
  }

  LedgerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
