package dev.qiao.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.qiao.FreshDatabase;
import dev.qiao.GatewayStub;
import dev.qiao.QiaoServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing up where codes really go out, also when a channel is down. */
@SpringBootTest(
    classes = QiaoServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "qiao.demo=false")
@ContextConfiguration(initializers = FreshDatabase.class)
@DirtiesContext
class CodeChannelsTest extends Journey {
  private static final GatewayStub FIRST = new GatewayStub();
  private static final GatewayStub SECOND = new GatewayStub();

  @DynamicPropertySource
  static void gateways(DynamicPropertyRegistry settings) {
    gateway(settings, 0, "main", FIRST);
    gateway(settings, 1, "backup", SECOND);
  }

  private static void gateway(
      DynamicPropertyRegistry settings, int number, String name, GatewayStub stub) {
    String prefix = "qiao.notice.sms[" + number + "].";
    settings.add(prefix + "name", () -> name);
    settings.add(prefix + "url", stub::url);
    settings.add(prefix + "body", () -> "{\"to\":\"{phone}\",\"code\":\"{code}\"}");
    settings.add(prefix + "answer-within", () -> "PT1S");
  }

  @BeforeEach
  void work() {
    FIRST.reset();
    SECOND.reset();
  }

  @AfterAll
  static void closeGateways() {
    FIRST.close();
    SECOND.close();
  }

  @ParameterizedTest
  @EnumSource
  void aSilentChannelIsSaidSoAndAnotherBringsTheNewcomerIn(Speech speech) {
    FIRST.behaves(FIRST.silent());
    Screen wallet =
        browser(speech, PHONE, speech == Speech.ZH ? ColorScheme.LIGHT : ColorScheme.DARK);
    askForCode(wallet, speech.say("15012350001", "15012350002"));
    wallet.sees("不确定验证码有没有发出去", "The code may not have been sent");
    wallet.picture("code-unknown");
    wallet.press("换一种方式发送", "Send it another way");
    wallet.sees("6 位数字", "6 digits");
    wallet.doesNotSee("不确定验证码有没有发出去", "The code may not have been sent");
    String code = SECOND.asked().getFirst().body().path("code").asString();
    wallet.page().locator("input[autocomplete=one-time-code]").fill(code);
    wallet.press("登录", "Sign in");
    wallet.press("开一个新钱包", "Open a new wallet");
    wallet.seesHeading("第一次来，怎么称呼你？", "Welcome. What is your name?");
  }

  @ParameterizedTest
  @EnumSource
  void aCodeThatDidNotLeaveIsSaidSoAndAskedForAgainAtOnce(Speech speech) {
    FIRST.behaves(GatewayStub.status(401, ""));
    SECOND.behaves(GatewayStub.status(429, ""));
    Screen wallet =
        browser(speech, DESK, speech == Speech.ZH ? ColorScheme.DARK : ColorScheme.LIGHT);
    askForCode(wallet, speech.say("15012360001", "15012360002"));
    wallet.sees("验证码没有发出去", "The code was not sent");
    wallet.picture("code-failed");
    SECOND.reset();
    wallet.press("换一种方式发送", "Send it another way");
    wallet.sees("6 位数字", "6 digits");
    assertThat(wallet.page().locator("input[autocomplete=one-time-code]")).isEditable();
  }

  private static void askForCode(Screen wallet, String phone) {
    wallet.open("/sign-in");
    wallet.fill("手机号", "Mobile number", phone);
    wallet.press("获取验证码", "Send code");
  }
}
