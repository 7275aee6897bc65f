package dev.qiao.ledger;

/**
 * A part of an allowance taken (positive) or given back (negative).
 *
 * @param windowStart tells the window that it counts in
 * @param hold the hold that it was taken for, or null
 */
record Used(long allowance, long windowStart, long amount, HoldId hold) {
  /** A share of it, rounded down: what is given back is never more than what was taken. */
  Used back(long part, long whole) {
    long high = Math.multiplyHigh(amount, part);
    long low = amount * part;
    long share =
        high == 0 && low >= 0
            ? low / whole
            : java.math.BigInteger.valueOf(amount)
                .multiply(java.math.BigInteger.valueOf(part))
                .divide(java.math.BigInteger.valueOf(whole))
                .longValueExact();
    return new Used(allowance, windowStart, -share, hold);
  }
}
