package dev.qiao.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody comes, sees what they agreed to, takes their data along and leaves; an operator sees who
 * they were, with a reason.
 */
@DemoServer
class PrivacyJourneyTest extends Journey {
  @ParameterizedTest
  @EnumSource
  void aPersonTakesTheirDataAlongAndLeaves(Speech speech) throws IOException {
    String phone = speech.say("15012340003", "15012340004");
    String name = speech.say("沈漱玉", "Mary Somerville");
    ColorScheme scheme = speech == Speech.ZH ? ColorScheme.LIGHT : ColorScheme.DARK;
    Screen wallet = browser(speech, PHONE, scheme);
    signUp(wallet, phone, name);
    setPin(wallet);

    wallet.press("我的", "Me");
    wallet.page().locator("a[href$='/privacy']").click();
    wallet.seesHeading("我的授权", "What you agreed to");
    wallet.sees("同意", "agreed");
    wallet
        .page()
        .getByText(wallet.say("同意", "I agree"), new Page.GetByTextOptions().setExact(true))
        .last()
        .click();
    assertThat(wallet.page().getByText(Pattern.compile("2026-11-28.*·")).nth(1)).isVisible();
    wallet.picture("privacy");

    wallet.press("导出", "Export");
    Download download = wallet.page().waitForDownload(() -> wallet.enterPin(NEW_PIN));
    JsonNode held = JsonMapper.builder().build().readTree(Files.readString(download.path()));
    org.assertj.core.api.Assertions.assertThat(held.at("/sections/profile/name").asString())
        .isEqualTo(name);
    org.assertj.core.api.Assertions.assertThat(held.at("/sections/consents")).hasSize(2);
    wallet.sees("文件已保存到这台设备", "The file is saved on this device");

    Screen desk = browser(speech, DESK, scheme);
    signIn(desk, "/console/", "compliance");
    seeSomebody(desk, phone, name);

    wallet.press("注销钱包", "Close your wallet");
    wallet.seesHeading("确定要注销吗？", "Close your wallet?");
    wallet.picture("leaving");
    wallet.press("注销，不可恢复", "Close it for ever");
    wallet.enterPin(NEW_PIN);
    wallet.seesHeading("已注销", "Your wallet is closed");
    wallet.picture("left");
    wallet.press("好", "OK");
    wallet.isAt("/sign-in");
    find(desk, phone);
    desk.seesHeading("没有找到", "Nobody was found");
  }

  private static void signUp(Screen wallet, String phone, String name) {
    wallet.open("/");
    wallet.fill("手机号", "Mobile number", phone);
    wallet.press("获取验证码", "Send code");
    wallet.sees("6 位数字", "6 digits");
    Screen inbox = wallet.another();
    inbox.open("/inbox#phone=" + phone);
    Locator message =
        inbox.page().getByText(Pattern.compile(wallet.say("验证码 \\d{6}", "Code \\d{6}"))).first();
    String code = message.textContent().replaceAll("\\D", "");
    inbox.page().close();
    wallet.page().locator("input[autocomplete=one-time-code]").fill(code);
    wallet.press("登录", "Sign in");
    wallet.press("开一个新钱包", "Open a new wallet");
    wallet.page().locator("input[autocomplete=name]").fill(name);
    wallet.picture("sign-up-agrees");
    wallet.press("注册", "Sign up");
    wallet.sees("这座桥上还没有人走过", "Nobody has crossed this bridge yet");
  }

  private static void setPin(Screen wallet) {
    wallet.open("/pin?next=/");
    wallet.page().locator("main button").first().click();
    wallet.seesHeading("输入新的六位支付密码", "Enter a new PIN of six digits");
    wallet.type(NEW_PIN);
    wallet.seesHeading("再输入一次", "Enter it once more");
    wallet.type(NEW_PIN);
    wallet.sees("这座桥上还没有人走过", "Nobody has crossed this bridge yet");
  }

  private static void seeSomebody(Screen desk, String phone, String name) {
    desk.open("/console/people");
    find(desk, phone);
    desk.doesNotSee(name, name);
    desk.picture("people");
    desk.press("查看", "See");
    desk.seesHeading("为什么要查看？", "Why do you have to see this?");
    desk.fill("工单或案件编号", "Ticket or case number", "T-20261128-7");
    desk.picture("people-reason");
    desk.page().locator("dialog button[type=submit]").click();
    desk.seesHeading(name, name);
    desk.picture("people-seen");
    desk.open("/console/audit?q=person.view");
    desk.sees("查看个人资料", "Saw who somebody is");
    desk.picture("people-audit");
    desk.open("/console/people");
  }

  private static void find(Screen desk, String phone) {
    Page page = desk.page();
    page.locator("main input[type=search]").first().fill(phone);
    page.keyboard().press("Enter");
  }
}
