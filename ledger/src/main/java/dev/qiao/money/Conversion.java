package dev.qiao.money;

/**
 * An amount and what it came to in another unit.
 *
 * @param residue what rounding left over, as a fraction of the smallest part of {@code to}: exact
 *     worth less rounded worth, more than -1 and less than 1
 */
public record Conversion(Money from, Money to, Fraction residue) {
  /** Whether nothing was rounded. */
  public boolean isExact() {
    return residue.signum() == 0;
  }
}
