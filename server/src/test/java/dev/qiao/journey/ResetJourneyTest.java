package dev.qiao.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Staff and operators who cannot sign in, and those who help them, in a real browser. */
@DemoServer
class ResetJourneyTest extends Journey {
  @ParameterizedTest
  @EnumSource
  void aCashierWhoForgotThePasswordIsHandedALink(Speech speech) {
    String shop = speech.say("bakery", "market");
    String name = speech.say("阿宁", "大刘");
    Screen owner = browser(speech, DESK, scheme(speech));
    signInStaff(owner, shop);
    owner.open("/merchant/staff");
    owner
        .page()
        .getByRole(
            AriaRole.BUTTON,
            named(speech.say("更改 " + name + " 的权限", "Change what " + name + " may do")))
        .click();
    owner.press("登录不了", "Cannot sign in");
    owner.sees("请先确认是本人", "Make sure it is them");
    owner.picture("staff-reset");
    owner.press("作废并生成链接", "End it and make a link");
    owner.sees("只显示这一次", "Shown only now");
    owner.picture("staff-reset-link");
    String link = link(owner);

    Screen till = browser(speech, PHONE, scheme(speech));
    till.open("/merchant/");
    till.sees("忘了密码？", "Forgot the password?");
    till.picture("staff-sign-in-phone");
    till.open(link);
    till.page().locator("input[autocomplete=new-password]").fill(DEMO_PASSWORD);
    till.picture("staff-welcome-back-phone");
    till.page().locator("form button[type=submit]").click();
    assertThat(till.page().locator("input[type=password]")).hasCount(0);
    till.page().waitForURL("**/merchant/");
    Screen again = browser(speech, PHONE, scheme(speech));
    signInStaff(again, shop + ".cashier");
  }

  @ParameterizedTest
  @EnumSource
  void anOperatorIsLetBackInByTwo(Speech speech) {
    Screen admin = browser(speech, DESK, scheme(speech));
    signIn(admin, "/console/", "admin");
    admin.open("/console/team");
    admin
        .page()
        .getByRole(AriaRole.BUTTON, named(speech.say("让 乔安 重新设密码", "A new password for 乔安")))
        .click();
    admin.fill("理由", "Reason", "HR-32");
    admin.picture("operator-reset");
    admin.press("提交审批", "Send for approval");
    admin.press("查看提议", "See the proposal");
    String proposal = admin.idInAddress();
    admin.picture("operator-reset-proposal");

    Screen other = browser(speech, DESK, scheme(speech));
    signIn(other, "/console/", "compliance");
    other.open("/console/proposals/" + proposal);
    other.sees("重新设密码", "chosen anew");
    other.fill("你的理由", "Your reason", "spoke to them");
    other.press("批准并执行", "Approve and carry out");
    other.sees("已批准", "Approved");

    admin.open("/console/team");
    admin
        .page()
        .getByRole(AriaRole.BUTTON, named(speech.say("给 乔安 的新链接", "A new link for 乔安")))
        .click();
    admin.press("生成链接", "Make a link");
    admin.sees("只显示这一次", "Shown only now");
    String link = link(admin);

    Screen back = browser(speech, PHONE, scheme(speech));
    back.open(link);
    back.page().locator("input[autocomplete=new-password]").fill(DEMO_PASSWORD);
    back.picture("operator-welcome-back-phone");
    back.page().locator("form button[type=submit]").click();
    db().sql("update identity.authenticator set last_step = 0").update();
    back.seesHeading("再验证一步", "One more step");
    back.picture("operator-second-step-phone");
    back.press("填入演示验证码", "Fill in the demo code");
    back.page().locator("form button[type=submit]").click();
    back.seesHeading("总览", "Overview");
  }

  @ParameterizedTest
  @EnumSource
  void anOnlyOwnerIsLetBackInByTwo(Speech speech) {
    // In each language another one: both journeys are walked on the same demo.
    String shop = speech.say("半亩茶馆", "Binjiang Metro");
    String owner = speech.say("方半亩", "江海潮");
    Screen admin = browser(speech, DESK, scheme(speech));
    signIn(admin, "/console/", "admin");
    seeOwners(admin, shop);
    admin.sees("能登录", "Can sign in");
    admin.picture("owners");
    admin.press("让 " + owner + " 重新设密码", "A new password for " + owner);
    admin.fill("理由", "Reason", "CASE-71");
    admin.picture("owner-reset");
    admin.press("提交审批", "Send for approval");
    admin.press("查看提议", "See the proposal");
    String proposal = admin.idInAddress();

    Screen other = browser(speech, DESK, scheme(speech));
    signIn(other, "/console/", "compliance");
    other.open("/console/proposals/" + proposal);
    other.sees("店主重新设密码", "Owner’s access reset");
    other.picture("owner-reset-proposal");
    other.fill("你的理由", "Your reason", "saw their papers");
    other.press("批准并执行", "Approve and carry out");
    other.sees("已批准", "Approved");

    Screen phone = browser(speech, PHONE, scheme(speech));
    signIn(phone, "/console/", "admin");
    seeOwners(phone, shop);
    phone.sees("等本人打开链接", "Has a link to open");
    phone.picture("owners-invited-phone");
    phone.press("给 " + owner + " 的新链接", "A new link for " + owner);
    phone.press("生成链接", "Make a link");
    phone.sees("只显示这一次", "Shown only now");
    String link = link(phone);

    Screen till = browser(speech, PHONE, scheme(speech));
    till.open(link);
    till.page().locator("input[autocomplete=new-password]").fill(DEMO_PASSWORD);
    till.page().locator("form button[type=submit]").click();
    assertThat(till.page().locator("input[type=password]")).hasCount(0);
    till.page().waitForURL("**/merchant/");
  }

  private static void seeOwners(Screen screen, String shop) {
    screen.open("/console/merchants");
    screen.press(shop + " 的店主", "Owners of " + shop);
  }

  private static String link(Screen screen) {
    return screen.page().locator("dialog code").textContent();
  }

  private void signInStaff(Screen screen, String login) {
    screen.open("/merchant/");
    screen.page().locator("input[autocomplete=username]").fill(login);
    screen.page().locator("input[type=password]").fill(DEMO_PASSWORD);
    screen.page().locator("form button[type=submit]").click();
    assertThat(screen.page().locator("input[type=password]")).hasCount(0);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static ColorScheme scheme(Speech speech) {
    return speech == Speech.ZH ? ColorScheme.LIGHT : ColorScheme.DARK;
  }
}
