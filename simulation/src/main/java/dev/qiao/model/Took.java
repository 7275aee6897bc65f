package dev.qiao.model;

import java.math.BigInteger;

/**
 * What was taken from an allowance; negative for what was given back to it.
 *
 * @param window when the window that it counts in began
 */
public record Took(long allowance, long window, long amount) {

  /** The share of it that belongs to a part of a whole, rounded down. */
  long share(long part, long whole) {
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(part))
        .divide(BigInteger.valueOf(whole))
        .longValueExact();
  }
}
