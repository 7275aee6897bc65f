package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
  @ParameterizedTest
  @CsvSource({
    "Ada@Example.COM, ada@example.com",
    "' ada@example.com ', ada@example.com",
    "ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ, ada@example.com",
    "a.d.a+bank@example.com, a.d.a+bank@example.com",
    "ada@例え.jp, ada@xn--r8jz45g.jp",
    "ada@BÜCHER.example, ada@xn--bcher-kva.example",
  })
  void hasOneFormHoweverItIsTyped(String typed, String key) {
    assertThat(Email.parse(typed).orElseThrow().key()).isEqualTo(key);
  }

  @Test
  void isSentToAsTyped() {
    assertThat(Email.parse("Ada.Lovelace@EXAMPLE.com").orElseThrow().address())
        .isEqualTo("Ada.Lovelace@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "ada",
        "ada@",
        "@example.com",
        "ada@localhost",
        "ada@example.1",
        "a b@example.com",
        "ada.@example.com",
        ".ada@example.com",
        "a..b@example.com",
        "ada@-example.com",
        "ada@exa mple.com",
        "ada@example.com\nBcc: eve@example.com",
        "аda@example.com",
        "\"ada\"@example.com",
        "a@b@example.com",
        "ada@[127.0.0.1]"
      })
  void refusesTheRest(String typed) {
    assertThat(Email.parse(typed)).as(typed).isEmpty();
  }

  @Test
  void isNeverPrintedWhole() {
    assertThat(Email.parse("ada@example.com").orElseThrow()).hasToString("a***@example.com");
  }
}
