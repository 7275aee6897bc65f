package dev.qiao.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Unit CNY = Unit.of("CNY");

  @Test
  void addsAndComparesWithinAUnit() {
    assertThat(cny(1250).plus(cny(50))).isEqualTo(cny(1300));
    assertThat(cny(1250).minus(cny(1300))).isEqualTo(cny(-50));
    assertThat(cny(-50).negated()).isEqualTo(cny(50));
    assertThat(cny(2).isGreaterThan(cny(1))).isTrue();
    assertThat(cny(1).isGreaterThan(cny(1))).isFalse();
    assertThat(Money.zero(CNY).isZero()).isTrue();
    assertThat(cny(-1).isNegative()).isTrue();
    assertThat(cny(1).isPositive()).isTrue();
    assertThat(cny(1250)).hasToString("CNY 12.50");
    assertThat(Money.of(5, Unit.of("JPY"))).hasToString("JPY 5");
  }

  @Test
  void refusesToMixUnits() {
    Money yen = Money.of(1, Unit.of("JPY"));

    assertThatThrownBy(() -> cny(1).plus(yen)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cny(1).minus(yen)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cny(1).compareTo(yen)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatAJsonNumberCannotCarry() {
    Money most = cny(Money.MINOR_MAX);

    assertThat(most.negated().minor()).isEqualTo(-9007199254740991L);
    assertThatThrownBy(() -> most.plus(cny(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.negated().minus(cny(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> cny(Long.MIN_VALUE)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(new BigDecimal("1e10"), RoundingMode.DOWN))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void roundsOnlyAsTold() {
    BigDecimal rate = new BigDecimal("0.006");

    assertThat(cny(1250).times(rate, RoundingMode.HALF_EVEN)).isEqualTo(cny(8));
    assertThat(cny(1250).times(rate, RoundingMode.DOWN)).isEqualTo(cny(7));
    assertThat(cny(-1250).times(rate, RoundingMode.UP)).isEqualTo(cny(-8));
  }

  @Test
  void givesTheRemainderToTheFirstParts() {
    assertThat(cny(100).split(3)).containsExactly(cny(34), cny(33), cny(33));
    assertThat(cny(-5).split(3)).containsExactly(cny(-2), cny(-2), cny(-1));
    assertThat(cny(1).split(List.of(0L, 1L, 1L))).containsExactly(cny(0), cny(1), cny(0));
    assertThat(cny(2).split(List.of(2L, 1L, 1L))).containsExactly(cny(1), cny(1), cny(0));
    assertThat(cny(Money.MINOR_MAX).split(List.of(Long.MAX_VALUE, Long.MAX_VALUE)))
        .containsExactly(cny(4503599627370496L), cny(4503599627370495L));
    assertThatThrownBy(() -> cny(1).split(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cny(1).split(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cny(1).split(List.of(1L, -1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void losesNothingInASplit() {
    Random random = new Random(20261121);
    for (int run = 0; run < 10_000; run++) {
      Money amount = cny(random.nextLong(-Money.MINOR_MAX, Money.MINOR_MAX + 1));
      List<Long> weights =
          LongStream.range(0, random.nextInt(1, 8))
              .map(_ -> random.nextLong(1, 1000))
              .boxed()
              .toList();

      List<Money> parts = amount.split(weights);

      assertThat(parts.stream().reduce(Money.zero(CNY), Money::plus)).isEqualTo(amount);
      BigDecimal total = BigDecimal.valueOf(weights.stream().mapToLong(weight -> weight).sum());
      for (int i = 0; i < parts.size(); i++) {
        BigDecimal exact =
            BigDecimal.valueOf(amount.minor()).multiply(BigDecimal.valueOf(weights.get(i)));
        BigDecimal off =
            BigDecimal.valueOf(parts.get(i).minor()).multiply(total).subtract(exact).abs();
        assertThat(off).isLessThan(total); // Less than one smallest part.
      }
    }
  }

  private static Money cny(long minor) {
    return Money.of(minor, CNY);
  }
}
