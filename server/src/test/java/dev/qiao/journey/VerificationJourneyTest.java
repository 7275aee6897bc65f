package dev.qiao.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody meets their limit, shows who they are, is looked at by an operator, and gets on with
 * what they wanted.
 */
@DemoServer
class VerificationJourneyTest extends Journey {
  @ParameterizedTest
  @EnumSource
  void aLimitLeadsToAHigherOne(Speech speech) {
    ColorScheme scheme = speech == Speech.ZH ? ColorScheme.LIGHT : ColorScheme.DARK;
    Screen wallet = browser(speech, PHONE, scheme);
    String name = speech.say("苏见山", "Hypatia Stone");
    signUp(wallet, speech.say("15012340021", "15012340022"), name);

    topUp(wallet);
    wallet.seesHeading("超过充值限额", "Over your limit for top-ups");
    wallet.picture("limit-reached");
    wallet.press("查看限额与认证", "Limits and verification");
    wallet.seesHeading("Ⅰ类账户", "Class I account");
    wallet.picture("limits");
    wallet.page().screenshot(whole(speech, "limits-whole"));
    wallet.press("认证为Ⅱ类账户", "Verify for Class II account");
    wallet.sees("待提交", "Not handed in");
    put(wallet, "选文件：证件正面", "Choose a file: Front of the ID", Drawing.of("ID"));
    put(wallet, "选文件：证件背面", "Choose a file: Back of the ID", Drawing.of("BACK"));
    wallet.press("提交审核", "Hand in");
    wallet.seesHeading("材料还不齐", "Something is still missing");
    wallet.picture("documents-missing");
    put(wallet, "选文件：自拍照", "Choose a file: A selfie", "no picture".getBytes());
    wallet.seesHeading("这个文件读不出来", "This file cannot be read");
    put(wallet, "选文件：自拍照", "Choose a file: A selfie", Drawing.of("ME"));
    wallet.picture("documents");
    wallet.press("提交审核", "Hand in");
    wallet.sees("等待审核", "Waiting for review");
    wallet.picture("documents-handed-in");

    Screen desk = browser(speech, DESK, scheme);
    signIn(desk, "/console/", "admin");
    review(desk, name);

    wallet.seesHeading("Ⅱ类账户", "Class II account");
    wallet.sees("已通过", "Approved");
    wallet.picture("verified");
    topUp(wallet);
    wallet.isAt("/activity/top_");
  }

  private static void review(Screen desk, String name) {
    desk.press("身份认证", "Verifications");
    desk.picture("reviews");
    desk.page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName(Pattern.compile(desk.say("^查看 ", "^Look "))))
        .first()
        .click();
    desk.doesNotSee(name, name);
    desk.press("开始审核", "Begin the review");
    desk.seesHeading(name, name);
    desk.press("查看证件正面", "See: Front of the ID");
    Locator picture = desk.page().locator("main img").first();
    picture.waitFor();
    desk.picture("review");
    desk.fill("证件有效期至", "Documents valid until", "2036-01-31");
    desk.picture("review-decision");
    desk.press("提交结论", "Decide");
    desk.sees("已通过", "Approved");
    desk.picture("review-done");
    desk.open("/console/audit?q=document.view");
    desk.seesText("verification_review");
  }

  private static void topUp(Screen wallet) {
    wallet.open("/top-up");
    wallet.page().locator("main button").first().waitFor();
    wallet.type("1500");
    wallet.press("充值 ¥1,500.00", "Top up ¥1,500.00");
  }

  private static void put(Screen wallet, String zh, String en, byte[] content) {
    wallet
        .page()
        .getByLabel(wallet.say(zh, en), new Page.GetByLabelOptions().setExact(true))
        .setInputFiles(new FilePayload("document.png", "image/png", content));
    wallet
        .page()
        .locator("li[aria-busy]")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
  }

  private static Page.ScreenshotOptions whole(Speech speech, String name) {
    return new Page.ScreenshotOptions()
        .setFullPage(true)
        .setPath(
            java.nio.file.Path.of("target", "screenshots", speech.tag() + "-" + name + ".png"));
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
    wallet.press("注册", "Sign up");
    wallet.sees("这座桥上还没有人走过", "Nobody has crossed this bridge yet");
  }
}
