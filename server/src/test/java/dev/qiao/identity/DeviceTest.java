package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36|Chrome · Android",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604|Safari · iPhone",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0 Safari/537.36 Edg/142.0|Edge · Windows",
        "Mozilla/5.0 (iPhone) MicroMessenger/8.0|WeChat · iPhone",
        "curl/8.14|curl",
        "<script>alert(1)</script>|''",
      })
  void isNamedInTwoWords(String userAgent, String shown) {
    assertThat(Device.of(userAgent)).isEqualTo(shown);
  }
}
