package dev.qiao.ledger;

/** A change that the ledger can be asked for. Its id makes asking twice safe. */
sealed interface Command permits Posting, Hold, Increase, Capture, Release, Reversal, Expiry {
  PostingId id();

  /** Where it falls in the books, such as {@code payment}. */
  String kind();
}
