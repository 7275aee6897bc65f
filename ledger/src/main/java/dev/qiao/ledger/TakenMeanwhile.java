package dev.qiao.ledger;

/** Another transaction has stored the same id since this one looked: look again. */
final class TakenMeanwhile extends RuntimeException {}
