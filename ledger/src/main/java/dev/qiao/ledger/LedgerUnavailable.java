package dev.qiao.ledger;

/**
 * The database could not be reached, or was too busy. Whether the command was applied is unknown:
 * ask again with the same id.
 */
public final class LedgerUnavailable extends RuntimeException {
  LedgerUnavailable(Throwable cause) {
    super("The ledger is not available", cause);
  }
}
