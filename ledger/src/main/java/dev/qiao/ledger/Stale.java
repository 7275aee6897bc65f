package dev.qiao.ledger;

/** A remembered state is not what the database has: read again, under lock. */
final class Stale extends RuntimeException {
  Stale() {
    super("Another writer was faster", null, false, false);
  }
}
