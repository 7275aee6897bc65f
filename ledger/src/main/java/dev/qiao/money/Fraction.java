package dev.qiao.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number in lowest terms, so that a third stays a third: what rates are, and what rounding
 * leaves over. The denominator is positive.
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
    implements Comparable<Fraction> {
  public static final Fraction ZERO = of(0);

  /** More digits than any rate has; without a limit, 1E+999999999 would fill the memory. */
  private static final int DIGITS_MAX = 30;

  /** Throws IllegalArgumentException when the denominator is not positive. */
  public Fraction {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("Denominator must be positive: " + denominator);
    }
    BigInteger divisor = numerator.gcd(denominator);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  public static Fraction of(long whole) {
    return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** Throws ArithmeticException for more than 30 digits before or after the point. */
  public static Fraction of(BigDecimal decimal) {
    if (decimal.scale() > DIGITS_MAX
        || (long) decimal.precision() - decimal.scale() > DIGITS_MAX
        || decimal.precision() > 2 * DIGITS_MAX) {
      throw new ArithmeticException("Too many digits: " + decimal.precision());
    }
    return decimal.scale() >= 0
        ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
        : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
  }

  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Fraction minus(Fraction other) {
    return plus(other.negated());
  }

  public Fraction negated() {
    return new Fraction(numerator.negate(), denominator);
  }

  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /** Throws ArithmeticException for zero. */
  public Fraction inverse() {
    if (signum() == 0) {
      throw new ArithmeticException("Zero has no inverse");
    }
    return signum() > 0
        ? new Fraction(denominator, numerator)
        : new Fraction(denominator.negate(), numerator.negate());
  }

  /** The whole number that this rounds to; throws ArithmeticException beyond a long. */
  public long rounded(RoundingMode rounding) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), 0, rounding)
        .longValueExact();
  }

  /** Minus one, zero or one. */
  public int signum() {
    return numerator.signum();
  }

  @Override
  public int compareTo(Fraction other) {
    return minus(other).signum();
  }

  /** As a decimal number where it is a short one, such as {@code 7.1234}; else as {@code 1/3}. */
  @Override
  public String toString() {
    try {
      return new BigDecimal(numerator)
          .divide(new BigDecimal(denominator), DIGITS_MAX, RoundingMode.UNNECESSARY)
          .stripTrailingZeros()
          .toPlainString();
    } catch (ArithmeticException endless) {
      return numerator + "/" + denominator;
    }
  }
}
