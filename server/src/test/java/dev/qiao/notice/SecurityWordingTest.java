package dev.qiao.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.identity.CredentialChange;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people are told about their wallet's security has words of its own, in both languages. */
class SecurityWordingTest {
  private static final String LINK = "https://qiao.example/freeze#token=x";

  @Test
  void everyChangeHasItsOwnWords() {
    List<String> changes =
        Stream.of(CredentialChange.values())
            // It is part of signing up, and no news.
            .filter(change -> change != CredentialChange.PIN_SET)
            .map(CredentialChange::text)
            .toList();
    assertThat(changes.stream().map(SecurityWordingTest::chinese)).doesNotHaveDuplicates();
    assertThat(changes.stream().map(SecurityWordingTest::english)).doesNotHaveDuplicates();
    assertThat(changes)
        .allSatisfy(
            change -> {
              assertThat(chinese(change)).doesNotContain("安全设置有变动").contains(LINK);
              assertThat(english(change)).doesNotContain("A security setting").contains(LINK);
            });
  }

  @Test
  void nobodyIsAskedWhetherTheyWereTheOperator() {
    assertThat(chinese("pin_locked"))
        .contains("支付密码已被平台停用")
        .contains("联系客服")
        .doesNotContain("不是您本人");
    assertThat(english("pin_locked"))
        .contains("We locked your payment PIN")
        .contains("Contact support")
        .doesNotContain("Not you?");
    assertThat(chinese("pin_changed")).contains("不是您本人");
    assertThat(english("pin_changed")).contains("Not you?");
  }

  @Test
  void aLimitIsToldWithWhatItCountsAndItsEnd() {
    Map<String, String> raised =
        Map.of(
            "what", "limit_raised",
            "counts", "payment+transfer",
            "span", "day",
            "amount", "1500.00 CNY",
            "until", "2026-12-31",
            "link", LINK);
    assertThat(SecurityWording.chinese(raised, "Qiao").text())
        .contains("平台提高了您的限额：付款、转账每天最多 1500.00 CNY，到 2026-12-31 为止");
    assertThat(SecurityWording.english(raised, "Qiao").text())
        .contains(
            "We raised a limit of yours: payments and transfers at most 1500.00 CNY a day,"
                + " until 2026-12-31");
    Map<String, String> none =
        Map.of("what", "limit_raised", "counts", "top_up", "span", "life", "link", LINK);
    assertThat(SecurityWording.chinese(none, "Qiao").text()).contains("充值累计不限");
    assertThat(SecurityWording.english(none, "Qiao").text())
        .contains("top-ups without limit in all");
  }

  private static String chinese(String what) {
    return SecurityWording.chinese(Map.of("what", what, "link", LINK), "Qiao").text();
  }

  private static String english(String what) {
    return SecurityWording.english(Map.of("what", what, "link", LINK), "Qiao").text();
  }
}
