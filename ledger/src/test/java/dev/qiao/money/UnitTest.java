package dev.qiao.money;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UnitTest {
  /** The code, the exponent (a digit, "-" or nothing), and when it was withdrawn. */
  private static final Pattern ROW = Pattern.compile(".*,([A-Z]{3}),[0-9]*,([0-9-]?),([^,]*)");

  @Test
  void knowsTheExponents() {
    assertThat(Unit.of("CNY").exponent()).isEqualTo(2);
    assertThat(Unit.of("JPY").exponent()).isZero();
    assertThat(Unit.of("KWD").exponent()).isEqualTo(3);
    assertThat(Unit.of("CLF").exponent()).isEqualTo(4);
    assertThat(Unit.of("ITL").exponent()).isZero();
    assertThat(Unit.find("XAU")).isEmpty();
    assertThat(Unit.find("cny")).isEmpty();
    assertThatThrownBy(() -> Unit.of("ZZZ")).hasMessageContaining("Unknown currency: ZZZ");
  }

  @Test
  void allowsUnitsOfOurOwn() {
    assertThat(new Unit("points", 0)).hasToString("points");
    assertThatThrownBy(() -> new Unit("CNY", 3)).hasMessageContaining("Exponent of CNY is 2");
    assertThatThrownBy(() -> new Unit("", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Unit("a b", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Unit("points", 10)).isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Withdrawn codes have no exponent in the list any more; Java remembers it for those that it
   * knows.
   */
  @Test
  void isInStepWithTheList() throws IOException {
    List<Matcher> rows = rows();
    Map<String, Integer> expected =
        rows.stream()
            .filter(row -> row.group(2).matches("[0-9]"))
            .collect(
                Collectors.toMap(
                    row -> row.group(1), row -> Integer.valueOf(row.group(2)), (a, _) -> a));
    Map<String, Integer> java =
        Currency.availableCurrencies()
            .collect(
                Collectors.toMap(Currency::getCurrencyCode, Currency::getDefaultFractionDigits));
    rows.stream()
        .filter(row -> !row.group(3).isEmpty() && java.getOrDefault(row.group(1), -1) >= 0)
        .forEach(row -> expected.putIfAbsent(row.group(1), java.get(row.group(1))));

    assertThat(expected).hasSizeGreaterThan(200);
    assertThat(Currencies.EXPONENTS).isEqualTo(expected);
  }

  private static List<Matcher> rows() throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(UnitTest.class.getResourceAsStream("/iso4217.csv"), UTF_8))) {
      return lines.lines().map(ROW::matcher).filter(Matcher::matches).toList();
    }
  }
}
