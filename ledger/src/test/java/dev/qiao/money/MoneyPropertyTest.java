package dev.qiao.money;

import static java.math.RoundingMode.CEILING;
import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.FLOOR;
import static java.math.RoundingMode.HALF_DOWN;
import static java.math.RoundingMode.HALF_EVEN;
import static java.math.RoundingMode.HALF_UP;
import static java.math.RoundingMode.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every amount, weight and rate: each tried with thousands of them, of every size up
 * to the limits, in units of exponents 0, 2, 3 and 4. A failure names its seed and run.
 */
class MoneyPropertyTest {
  private static final List<Unit> UNITS =
      List.of(Unit.of("JPY"), Unit.of("CNY"), Unit.of("KWD"), Unit.of("CLF"));
  private static final List<RoundingMode> MODES =
      List.of(UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN);
  private static final int RUNS = 5_000;

  @Test
  void hasTheExponentsThatItSays() {
    assertThat(UNITS).extracting(Unit::exponent).containsExactly(0, 2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 20261128})
  void splitsWithoutLossAndFairly(long seed) {
    Any any = new Any(seed);
    for (int run = 0; run < RUNS; run++) {
      Money amount = any.amount(any.unit());
      List<Long> weights = any.weights();
      String where = "seed %d, run %d: %s by %s".formatted(seed, run, amount, weights);

      List<Money> parts = amount.split(weights);

      assertThat(sum(parts)).as(where).isEqualTo(BigInteger.valueOf(amount.minor()));
      BigInteger total = weights.stream().map(BigInteger::valueOf).reduce(BigInteger::add).get();
      for (int i = 0; i < parts.size(); i++) {
        BigInteger exact = product(amount.minor(), weights.get(i));
        BigInteger off =
            BigInteger.valueOf(parts.get(i).minor()).multiply(total).subtract(exact).abs();
        assertThat(off).as(where).isLessThan(total); // Less than one smallest part.
        assertThat(parts.get(i).unit()).isEqualTo(amount.unit());
        assertThat(weights.get(i) == 0 && !parts.get(i).isZero()).as(where).isFalse();
        assertThat(Long.signum(parts.get(i).minor()))
            .as(where)
            .isIn(0, Long.signum(amount.minor()));
      }
      assertThat(amount.negated().split(weights))
          .as(where)
          .isEqualTo(parts.stream().map(Money::negated).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 4, 20261128})
  void splitsEvenlyToWithinOneSmallestPart(long seed) {
    Any any = new Any(seed);
    for (int run = 0; run < RUNS; run++) {
      Money amount = any.amount(any.unit());
      int count = 1 + any.random.nextInt(12);

      List<Money> parts = amount.split(count);

      long least = parts.stream().mapToLong(Money::minor).min().getAsLong();
      long most = parts.stream().mapToLong(Money::minor).max().getAsLong();
      assertThat(sum(parts)).isEqualTo(BigInteger.valueOf(amount.minor()));
      assertThat(most - least).as("seed %d, run %d", seed, run).isBetween(0L, 1L);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6, 20261128})
  void roundsAsToldAndKeepsTheRest(long seed) {
    Any any = new Any(seed);
    int refused = 0;
    for (int run = 0; run < RUNS; run++) {
      Rate rate = any.rate();
      Money amount = any.amount(rate.from());
      RoundingMode mode = any.of(MODES);
      String where = "seed %d, run %d: %s at %s, %s".formatted(seed, run, amount, rate, mode);
      // The exact worth again, without fractions: top / bottom smallest parts.
      BigInteger top =
          BigInteger.valueOf(amount.minor())
              .multiply(rate.price().numerator())
              .multiply(BigInteger.TEN.pow(rate.to().exponent()));
      BigInteger bottom =
          rate.price().denominator().multiply(BigInteger.TEN.pow(rate.from().exponent()));
      BigInteger expected =
          new BigDecimal(top).divide(new BigDecimal(bottom), 0, mode).toBigInteger();

      if (expected.abs().compareTo(BigInteger.valueOf(Money.MINOR_MAX)) > 0) {
        refused++;
        assertThatThrownBy(() -> rate.convert(amount, mode))
            .as(where)
            .isInstanceOf(ArithmeticException.class);
        continue;
      }
      Conversion made = rate.convert(amount, mode);

      assertThat(made.from()).isEqualTo(amount);
      assertThat(made.to()).as(where).isEqualTo(Money.of(expected.longValueExact(), rate.to()));
      assertThat(Fraction.of(made.to().minor()).plus(made.residue()))
          .as(where)
          .isEqualTo(new Fraction(top, bottom));
      assertResidue(made, mode, where);
      assertThat(rate.convert(amount.negated(), mirrored(mode)).to())
          .as(where)
          .isEqualTo(made.to().negated());
    }
    assertThat(refused).isBetween(RUNS / 100, RUNS / 2); // Both kinds are tried.
  }

  private static void assertResidue(Conversion made, RoundingMode mode, String where) {
    Fraction residue = made.residue();
    int sign = Long.signum(made.from().minor());
    Fraction size = residue.signum() < 0 ? residue.negated() : residue;
    assertThat(size).as(where).isLessThan(Fraction.of(1));
    switch (mode) {
      case UP -> assertThat(residue.signum() * sign).as(where).isLessThanOrEqualTo(0);
      case DOWN -> assertThat(residue.signum() * sign).as(where).isGreaterThanOrEqualTo(0);
      case CEILING -> assertThat(residue.signum()).as(where).isLessThanOrEqualTo(0);
      case FLOOR -> assertThat(residue.signum()).as(where).isGreaterThanOrEqualTo(0);
      default -> assertThat(size).as(where).isLessThanOrEqualTo(Fraction.of(1, 2));
    }
    assertThat(made.isExact()).isEqualTo(residue.signum() == 0);
  }

  private static RoundingMode mirrored(RoundingMode mode) {
    return switch (mode) {
      case CEILING -> FLOOR;
      case FLOOR -> CEILING;
      default -> mode;
    };
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 20261128})
  void losesNothingOverManyConversions(long seed) {
    Any any = new Any(seed);
    for (int run = 0; run < RUNS / 10; run++) {
      Rate rate = any.modestRate();
      List<Money> amounts = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        amounts.add(Money.of(any.random.nextLong(100_000_000L), rate.from()));
      }
      Money whole = amounts.stream().reduce(Money.zero(rate.from()), Money::plus);

      Fraction each =
          amounts.stream()
              .map(amount -> rate.convert(amount, any.of(MODES)))
              .map(made -> Fraction.of(made.to().minor()).plus(made.residue()))
              .reduce(Fraction.ZERO, Fraction::plus);

      Conversion atOnce = rate.convert(whole, HALF_EVEN);
      assertThat(each)
          .as("seed %d, run %d", seed, run)
          .isEqualTo(Fraction.of(atOnce.to().minor()).plus(atOnce.residue()));
    }
  }

  /** Changing there and back never makes money when both ways round toward zero. */
  @ParameterizedTest
  @ValueSource(longs = {9, 10, 20261128})
  void makesNoMoneyByGoingThereAndBack(long seed) {
    Any any = new Any(seed);
    for (int run = 0; run < RUNS; run++) {
      Rate rate = any.modestRate();
      Money amount = Money.of(any.random.nextLong(1_000_000_000L), rate.from());

      Money there = rate.convert(amount, DOWN).to();
      Money back = rate.inverse().convert(there, DOWN).to();

      assertThat(back.isGreaterThan(amount)).as("seed %d, run %d", seed, run).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 20261128})
  void givesNoLessForMore(long seed) {
    Any any = new Any(seed);
    for (int run = 0; run < RUNS; run++) {
      Rate rate = any.modestRate();
      RoundingMode mode = any.of(MODES);
      Money less = Money.of(any.random.nextLong(-1_000_000_000L, 1_000_000_000L), rate.from());
      Money more = less.plus(Money.of(any.random.nextLong(3), rate.from()));

      assertThat(rate.convert(less, mode).to())
          .as("seed %d, run %d", seed, run)
          .isLessThanOrEqualTo(rate.convert(more, mode).to());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {12, 20261128})
  void addsAndTakesAwayUpToTheLimits(long seed) {
    Any any = new Any(seed);
    for (int run = 0; run < RUNS; run++) {
      Unit unit = any.unit();
      Money one = any.amount(unit);
      Money other = any.amount(unit);
      long sum = one.minor() + other.minor(); // Each is below 2^53: a long holds it.

      if (Math.abs(sum) <= Money.MINOR_MAX) {
        assertThat(one.plus(other).minor()).isEqualTo(sum);
        assertThat(one.plus(other).minus(other)).isEqualTo(one);
      } else {
        assertThatThrownBy(() -> one.plus(other)).isInstanceOf(ArithmeticException.class);
      }
    }
  }

  private static BigInteger sum(List<Money> parts) {
    return parts.stream()
        .map(part -> BigInteger.valueOf(part.minor()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static BigInteger product(long one, long other) {
    return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
  }

  /** Values of every size; the limits and what is next to them are frequent. */
  private static final class Any {
    private final Random random;

    Any(long seed) {
      random = new Random(seed);
    }

    <T> T of(List<T> values) {
      return values.get(random.nextInt(values.size()));
    }

    Unit unit() {
      return of(UNITS);
    }

    Money amount(Unit unit) {
      long size =
          switch (random.nextInt(5)) {
            case 0 -> random.nextInt(3);
            case 1 -> Money.MINOR_MAX - random.nextInt(3);
            default -> random.nextLong(Money.MINOR_MAX) >>> random.nextInt(53);
          };
      return Money.of(random.nextBoolean() ? size : -size, unit);
    }

    List<Long> weights() {
      List<Long> weights = new ArrayList<>();
      weights.add(1 + (random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63)));
      for (int more = random.nextInt(8); more > 0; more--) {
        weights.add(
            switch (random.nextInt(4)) {
              case 0 -> 0L;
              case 1 -> Long.MAX_VALUE;
              default -> random.nextLong(Long.MAX_VALUE) >>> random.nextInt(63);
            });
      }
      Collections.shuffle(weights, random);
      return weights;
    }

    /** From a billionth to a billion, with up to twelve digits. */
    Rate rate() {
      return between(9);
    }

    /** Near one, so that modest amounts stay modest. */
    Rate modestRate() {
      return between(2);
    }

    private Rate between(int magnitude) {
      Unit from = unit();
      Unit to = unit();
      while (to.equals(from)) {
        to = unit();
      }
      BigDecimal price =
          BigDecimal.valueOf(
              1 + random.nextLong(1_000_000_000_000L), 12 + random.nextInt(-magnitude, magnitude));
      Rate rate = new Rate(from, to, Fraction.of(price));
      return random.nextInt(3) == 0 ? new Rate(to, from, rate.price().inverse()) : rate;
    }
  }
}
