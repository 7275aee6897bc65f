package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinRulesTest {
  private static final Phone PHONE = new Phone("+8613800275936");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000000", "111111", "123456", "234567", "654321", "890123", "121212", "123123", "112233",
        "111222", "123321", "147258", "520131", "110110", "275936"
      })
  void refusesWhatIsTriedFirst(String pin) {
    assertThat(PinRules.isTooSimple(pin, Optional.of(PHONE))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"274916", "830174", "199507", "602845"})
  void allowsTheRest(String pin) {
    assertThat(PinRules.isTooSimple(pin, Optional.of(PHONE))).isFalse();
  }

  @Test
  void leavesMostPinsFree() {
    long refused =
        java.util.stream.IntStream.range(0, 1_000_000)
            .filter(n -> PinRules.isTooSimple(String.format("%06d", n), Optional.of(PHONE)))
            .count();

    assertThat(refused).isBetween(2_000L, 10_000L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "1234567", "12345a", "１２３４５６", " 274916"})
  void knowsSixDigits(String pin) {
    assertThat(PinRules.isSixDigits(pin)).isFalse();
  }
}
