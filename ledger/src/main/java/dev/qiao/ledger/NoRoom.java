package dev.qiao.ledger;

/** An id is of a period that the database has no table for yet, or no more. */
final class NoRoom extends RuntimeException {
  NoRoom() {
    super("There is no period for an id", null, false, false);
  }
}
