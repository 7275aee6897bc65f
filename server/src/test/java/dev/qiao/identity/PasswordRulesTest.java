package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private static final String LOGIN = "+8613800138000";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Password1",
        "P@ssw0rd",
        "qwertyuiop",
        "QWERTY123",
        "12345678",
        "87654321",
        "11111111",
        "1212121212",
        "abcabcabc",
        "iloveyou!",
        "woaini1314",
        "a12345678",
        "13800138000",
        "1qaz2wsx",
        "poiuytrewq",
        "abcdefgh"
      })
  void refusesWhatIsTriedFirst(String password) {
    assertThat(PasswordRules.refusal(password, LOGIN, true)).contains(PasswordRefusal.TOO_COMMON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "bridge-over-water",
        "桥上看流水听风声雨",
        "k7#vQ2!p",
        "lanting-2026-till"
      })
  void allowsTheRest(String password) {
    assertThat(PasswordRules.refusal(password, LOGIN, true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a7#k2!p", "桥上看流水听风"})
  void refusesWhatIsShort(String password) {
    assertThat(PasswordRules.refusal(password, LOGIN, true)).contains(PasswordRefusal.TOO_SHORT);
  }

  @Test
  void refusesWhatIsVeryLong() {
    assertThat(PasswordRules.refusal("k7#vQ2!p".repeat(17), LOGIN, true))
        .contains(PasswordRefusal.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(strings = {"k7#vQ2!p", "lanting-2026-t", "桥上看流水听风声雨落花天气"})
  void aPasswordAloneIsFifteenLong(String password) {
    assertThat(PasswordRules.refusal(password, LOGIN, false)).contains(PasswordRefusal.TOO_SHORT);
    assertThat(PasswordRules.refusal(password, LOGIN, true)).isEmpty();
    assertThat(PasswordRules.refusal(password + "·桥·", LOGIN, false).isEmpty())
        .isEqualTo(password.codePointCount(0, password.length()) + 3 >= 15);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QiaoWallet2026!",
        "wallet-qiao-26",
        "merchant#Cashier1",
        "qianbao.zhifu.88",
        "支付密码-钱包-2026",
        "Administrator@Qiao"
      })
  void refusesThePlatformsOwnWords(String password) {
    assertThat(PasswordRules.refusal(password, LOGIN, true)).contains(PasswordRefusal.TOO_COMMON);
  }

  @Test
  void refusesMoreThanThreeThousandOfTheCommonest() throws IOException {
    List<String> commonest;
    try (InputStream list = PasswordRules.class.getResourceAsStream("leaked-passwords.txt")) {
      commonest =
          new String(list.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .filter(line -> line.length() >= PasswordRules.LENGTH_MIN_WITH_SECOND_FACTOR)
              .toList();
    }
    assertThat(commonest).doesNotHaveDuplicates().hasSizeGreaterThan(3_000);
    assertThat(commonest)
        .allSatisfy(
            password ->
                assertThat(PasswordRules.refusal(password.toUpperCase(Locale.ROOT), LOGIN, true))
                    .contains(PasswordRefusal.TOO_COMMON));
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 64, 100, 128})
  void allowsLongOnes(int length) {
    String passphrase = "seven grey herons waded along the quiet mill stream by lantern light, ";
    String password = passphrase.repeat(2).substring(0, length - 1) + "7";
    assertThat(PasswordRules.refusal(password, LOGIN, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"trustno1", "Starwars", "corvette", "1234qwer", "michelle"})
  void refusesWhatLeaked(String password) {
    assertThat(PasswordRules.refusal(password, LOGIN, true)).contains(PasswordRefusal.TOO_COMMON);
  }
}
