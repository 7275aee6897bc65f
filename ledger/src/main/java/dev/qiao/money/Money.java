package dev.qiao.money;

import static java.math.BigDecimal.ZERO;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An exact amount in one unit, counted in its smallest part: 1250 of CNY is ¥12.50. Rounds only
 * when told how.
 *
 * <p>Two amounts meet only in one unit: a mismatch throws IllegalArgumentException. A result beyond
 * {@link #MINOR_MAX} throws ArithmeticException.
 */
public record Money(long minor, Unit unit) implements Comparable<Money> {
  /** The largest amount that a JSON number carries exactly. */
  public static final long MINOR_MAX = (1L << 53) - 1;

  public Money {
    requireNonNull(unit, "unit");
    if (minor < -MINOR_MAX || minor > MINOR_MAX) {
      throw new ArithmeticException("Out of range: " + minor);
    }
  }

  public static Money of(long minor, Unit unit) {
    return new Money(minor, unit);
  }

  public static Money zero(Unit unit) {
    return new Money(0, unit);
  }

  public Money plus(Money other) {
    return new Money(minor + inSameUnit(other), unit);
  }

  public Money minus(Money other) {
    return new Money(minor - inSameUnit(other), unit);
  }

  public Money negated() {
    return new Money(-minor, unit);
  }

  /** This amount times an exact factor, rounded to the smallest part as told. */
  public Money times(BigDecimal factor, RoundingMode rounding) {
    return new Money(Fraction.of(factor).times(Fraction.of(minor)).rounded(rounding), unit);
  }

  /**
   * Equal parts that add up to this amount; the first parts keep the remainder, one smallest part
   * each.
   */
  public List<Money> split(int parts) {
    if (parts < 1) {
      throw new IllegalArgumentException("Parts must be at least 1: " + parts);
    }
    return split(Collections.nCopies(parts, 1L));
  }

  /**
   * Parts in proportion to the weights that add up to this amount. Each share is rounded toward
   * zero; the first parts that lost something by it keep the remainder, one smallest part each.
   * Throws IllegalArgumentException when a weight is negative or all are zero.
   */
  public List<Money> split(List<Long> weights) {
    if (weights.stream().anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("Weights must not be negative: " + weights);
    }
    BigDecimal total = weights.stream().map(BigDecimal::valueOf).reduce(ZERO, BigDecimal::add);
    if (total.signum() == 0) {
      throw new IllegalArgumentException("Weights add up to nothing: " + weights);
    }
    List<BigDecimal[]> shares =
        weights.stream()
            .map(weight -> BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(weight)))
            .map(product -> product.divideAndRemainder(total))
            .toList();
    long remainder = minor - shares.stream().mapToLong(share -> share[0].longValueExact()).sum();
    List<Money> parts = new ArrayList<>(shares.size());
    for (BigDecimal[] share : shares) {
      int extra = share[1].signum() == 0 ? 0 : Long.signum(remainder);
      remainder -= extra;
      parts.add(new Money(share[0].longValueExact() + extra, unit));
    }
    return List.copyOf(parts);
  }

  public boolean isNegative() {
    return minor < 0;
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isGreaterThan(Money other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minor, inSameUnit(other));
  }

  /**
   * The amount in whole units and its code, such as {@code CNY 12.50}: for logs and tests, not for
   * people.
   */
  @Override
  public String toString() {
    return unit.code() + " " + BigDecimal.valueOf(minor, unit.exponent()).toPlainString();
  }

  private long inSameUnit(Money other) {
    if (!unit.equals(other.unit)) {
      throw new IllegalArgumentException("Units differ: " + unit + " and " + other.unit);
    }
    return other.minor;
  }
}
