package dev.qiao.ledger;

/** What callers know of the place where they ask. */
interface Scene {
  /** Microseconds. */
  long now();

  /** Whether a business row is as it was in the beginning. */
  boolean isNew(String row);

  /** Microseconds: ids of earlier times are taken no more; zero when all are. */
  long takenFrom();
}
