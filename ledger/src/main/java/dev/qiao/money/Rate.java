package dev.qiao.money;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * What one whole unit is worth in another: a price of 7.1234 from USD to CNY gives ¥7.1234 for $1.
 * Exact, in both directions and over several.
 *
 * @param price whole units of {@code to} for one whole unit of {@code from}; positive
 */
public record Rate(Unit from, Unit to, Fraction price) {
  /** So that a rate, with its units, fits where a text of 200 characters does. */
  private static final BigInteger PART_MAX = BigInteger.TEN.pow(60);

  /**
   * Throws IllegalArgumentException for equal units, or a price that is not positive, and
   * ArithmeticException for one whose numerator or denominator has more than 60 digits.
   */
  public Rate {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (from.equals(to)) {
      throw new IllegalArgumentException("A rate is between two units: " + from);
    }
    if (price.signum() <= 0) {
      throw new IllegalArgumentException("A price is positive: " + price);
    }
    if (price.numerator().max(price.denominator()).compareTo(PART_MAX) >= 0) {
      throw new ArithmeticException("Too many digits in a price");
    }
  }

  /** With a price such as {@code 7.1234}. */
  public static Rate of(Unit from, Unit to, String price) {
    return new Rate(from, to, Fraction.of(new BigDecimal(price)));
  }

  /** The same rate, asked the other way round. */
  public Rate inverse() {
    return new Rate(to, from, price.inverse());
  }

  /** By way of a third unit; throws IllegalArgumentException unless that begins where this ends. */
  public Rate then(Rate next) {
    if (!to.equals(next.from)) {
      throw new IllegalArgumentException("From " + to + " does not go on from " + next.from);
    }
    return new Rate(from, next.to, price.times(next.price));
  }

  /**
   * What an amount is worth, rounded to the smallest part as told, and what that leaves over.
   * Throws IllegalArgumentException for an amount in another unit, and ArithmeticException for a
   * result beyond {@link Money#MINOR_MAX}.
   */
  public Conversion convert(Money amount, RoundingMode rounding) {
    Fraction exact = exact(amount);
    Money rounded = Money.of(exact.rounded(rounding), to);
    return new Conversion(amount, rounded, exact.minus(Fraction.of(rounded.minor())));
  }

  private Fraction exact(Money amount) {
    if (!amount.unit().equals(from)) {
      throw new IllegalArgumentException("An amount of " + amount.unit() + ", not of " + from);
    }
    Fraction smallestParts =
        new Fraction(BigInteger.TEN.pow(to.exponent()), BigInteger.TEN.pow(from.exponent()));
    return Fraction.of(amount.minor()).times(price).times(smallestParts);
  }

  /** Such as {@code USD/CNY 7.1234}. */
  @Override
  public String toString() {
    return from + "/" + to + " " + price;
  }
}
