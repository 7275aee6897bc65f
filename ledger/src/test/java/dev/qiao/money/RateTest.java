package dev.qiao.money;

import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_EVEN;
import static java.math.RoundingMode.UNNECESSARY;
import static java.math.RoundingMode.UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RateTest {
  private static final Unit CNY = Unit.of("CNY");
  private static final Unit USD = Unit.of("USD");
  private static final Unit JPY = Unit.of("JPY");
  private static final Unit KWD = Unit.of("KWD");
  private static final Rate DOLLAR = Rate.of(USD, CNY, "7.1234");

  @Test
  void convertsAndSaysWhatIsLeftOver() {
    assertThat(DOLLAR.convert(Money.of(10_01, USD), DOWN))
        .isEqualTo(
            new Conversion(Money.of(10_01, USD), Money.of(71_30, CNY), Fraction.of(5234, 10_000)));
    assertThat(DOLLAR.convert(Money.of(10_01, USD), UP).residue())
        .isEqualTo(Fraction.of(-4766, 10_000));
    assertThat(DOLLAR.convert(Money.of(-10_01, USD), DOWN).to()).isEqualTo(Money.of(-71_30, CNY));
    assertThat(DOLLAR.convert(Money.of(100_00, USD), UNNECESSARY).isExact()).isTrue();
    assertThatThrownBy(() -> DOLLAR.convert(Money.of(1, USD), UNNECESSARY))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void mindsTheExponents() {
    assertThat(Rate.of(USD, JPY, "150.5").convert(Money.of(1_00, USD), HALF_EVEN).to())
        .isEqualTo(Money.of(150, JPY));
    assertThat(Rate.of(JPY, KWD, "0.002").convert(Money.of(1, JPY), DOWN).to())
        .isEqualTo(Money.of(2, KWD));
    assertThat(Rate.of(KWD, JPY, "500").convert(Money.of(1, KWD), DOWN))
        .isEqualTo(new Conversion(Money.of(1, KWD), Money.zero(JPY), Fraction.of(1, 2)));
  }

  @Test
  void goesBackAndOnExactly() {
    assertThat(DOLLAR.inverse().inverse()).isEqualTo(DOLLAR);
    assertThat(DOLLAR.inverse().convert(Money.of(71_23_4, CNY), UNNECESSARY).to())
        .isEqualTo(Money.of(10_00_0, USD));
    assertThat(DOLLAR.then(Rate.of(CNY, JPY, "20")))
        .isEqualTo(Rate.of(USD, JPY, "142.468"))
        .hasToString("USD/JPY 142.468");
    assertThat(Rate.of(CNY, USD, "3").inverse()).hasToString("USD/CNY 1/3");
    Rate fine = Rate.of(CNY, JPY, "1E-30").then(Rate.of(JPY, KWD, "1E-29"));
    assertThat(fine.price().denominator()).isEqualTo(java.math.BigInteger.TEN.pow(59));
    assertThatThrownBy(() -> DOLLAR.then(fine).inverse().then(DOLLAR).then(fine))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> DOLLAR.then(DOLLAR)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsNoRate() {
    assertThatThrownBy(() -> Rate.of(CNY, CNY, "1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rate.of(CNY, USD, "0")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rate.of(CNY, USD, "-1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DOLLAR.convert(Money.of(1, CNY), DOWN))
        .isInstanceOf(IllegalArgumentException.class);
    for (String huge : new String[] {"1E+999999999", "1E-999999999", "1E+31", "1E-31"}) {
      assertThatThrownBy(() -> Rate.of(USD, CNY, huge)).isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> Money.of(1, CNY).times(new BigDecimal(huge), DOWN))
          .isInstanceOf(ArithmeticException.class);
    }
  }

  @Test
  void refusesAResultBeyondTheRange() {
    Rate one = Rate.of(USD, CNY, "1");
    assertThat(one.convert(Money.of(Money.MINOR_MAX, USD), DOWN).to().minor())
        .isEqualTo(Money.MINOR_MAX);
    Rate more = Rate.of(USD, CNY, "1.00000000000000011");
    assertThat(more.convert(Money.of(Money.MINOR_MAX, USD), DOWN).to().minor())
        .isEqualTo(Money.MINOR_MAX);
    assertThatThrownBy(() -> more.convert(Money.of(Money.MINOR_MAX, USD), UP))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(
            () -> Rate.of(USD, CNY, "1E+29").convert(Money.of(Money.MINOR_MAX, USD), DOWN))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void keepsFractionsInLowestTerms() {
    assertThat(Fraction.of(2, 6)).isEqualTo(Fraction.of(1, 3)).hasToString("1/3");
    assertThat(Fraction.of(1, 3).plus(Fraction.of(1, 6))).isEqualTo(Fraction.of(1, 2));
    assertThat(Fraction.of(-1, 2).inverse()).isEqualTo(Fraction.of(-2));
    assertThat(Fraction.of(1, 3)).isLessThan(Fraction.of(34, 100));
    assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(Fraction.ZERO::inverse).isInstanceOf(ArithmeticException.class);
  }
}
