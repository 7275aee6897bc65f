package dev.qiao.ledger;

/** A side of an account. A debit lowers its balance, a credit raises it. */
public enum Side {
  DEBIT,
  CREDIT
}
