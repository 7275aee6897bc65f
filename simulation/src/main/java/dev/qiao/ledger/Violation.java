package dev.qiao.ledger;

/** Something that must never be true. */
final class Violation extends RuntimeException {
  Violation(String what) {
    super(what);
  }
}
