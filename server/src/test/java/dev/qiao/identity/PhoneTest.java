package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "+86 138 0013 8000",
        "0086 13800138000",
        "8613800138000",
        "(+86)13800138000",
        "１３８００１３８０００",
      })
  void readsOneNumberHoweverItIsTyped(String typed) {
    assertThat(Phone.parse(typed)).contains(new Phone("+8613800138000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "110",
        "12800138000",
        "1380013800",
        "138001380000",
        "+86 010 12345678",
        "+8613800138000x",
        "+1234567",
        "+1234567890123456",
        "+0123456789",
        "+",
        "13800138000;drop"
      })
  void refusesWhatIsNoNumber(String typed) {
    assertThat(Phone.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"13800138000,138****8000", "+447911123456,+44****3456", "+12025550143,+12****0143"})
  void hidesItsMiddle(String typed, String shown) {
    Phone phone = Phone.parse(typed).orElseThrow();

    assertThat(phone.masked()).isEqualTo(shown);
    assertThat(phone).hasToString(shown);
  }
}
