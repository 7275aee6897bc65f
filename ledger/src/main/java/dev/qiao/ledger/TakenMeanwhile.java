package dev.qiao.ledger;

/** Another transaction has stored the same id since this one looked: look again. */
final class TakenMeanwhile extends RuntimeException {
  TakenMeanwhile() {
    super("The id is taken", null, false, false);
  }
}
