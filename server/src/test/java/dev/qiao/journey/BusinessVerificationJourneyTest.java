package dev.qiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A shop shows what it is and whose, is looked at by an operator, and may then take more. */
@DemoServer
class BusinessVerificationJourneyTest extends Journey {
  @ParameterizedTest
  @EnumSource
  void aShopIsLookedAtAndMayTakeMore(Speech speech) {
    ColorScheme scheme = speech == Speech.ZH ? ColorScheme.LIGHT : ColorScheme.DARK;
    // The tea house has a lower level; the bookshop's request waits, and is taken back first.
    String login = speech.say("tea", "books");
    String name = speech.say("半亩茶馆", "Chestnut Books");
    String owner = speech.say("方半亩", "栗子");
    Screen till = browser(speech, PHONE, scheme);
    signIn(till, "/merchant/", login);
    till.open("/merchant/store");
    till.press("商户认证与限额", "Business verification");
    till.sees("收款 · 每日", "Sales · a day");
    if (speech == Speech.EN) {
      till.sees("等待审核", "Waiting for review");
      till.picture("business-waits");
      till.press("撤回认证", "Take it back");
      till.page()
          .locator("dialog")
          .getByRole(AriaRole.BUTTON)
          .filter(new Locator.FilterOptions().setHasText("Take it back"))
          .click();
      till.page()
          .locator("dialog")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
    whole(till, "business-limits");
    till.press("认证为持照商户", "Verify for Licensed merchant");
    till.sees("待提交", "Not handed in");
    put(till, "营业执照", "Business licence", "LICENCE");
    put(till, "法定代表人（经营者）证件正面", "Front of the representative’s ID", "ID");
    put(till, "法定代表人（经营者）证件背面", "Back of the representative’s ID", "BACK");
    put(till, "经营场所照片", "A picture of the shop", "SHOP");
    till.press("提交审核", "Hand in");
    till.seesHeading("材料还不齐", "Something is still missing");
    put(till, "受益所有人证明", "Proof of ownership", "OWNERS");
    whole(till, "business-documents");
    till.press("提交审核", "Hand in");
    till.sees("等待审核", "Waiting for review");
    till.picture("business-handed-in");

    Screen desk = browser(speech, DESK, scheme);
    signIn(desk, "/console/", "compliance");
    review(desk, name, owner);

    till.sees("已通过", "Approved");
    isNow(till, "持照商户", "Licensed merchant");
    till.picture("business-verified");
    Screen wide = browser(speech, DESK, scheme);
    signIn(wide, "/merchant/", login);
    wide.open("/merchant/verification");
    isNow(wide, "持照商户", "Licensed merchant");
    whole(wide, "business-till-desk");

    lower(desk, name);
    Screen phone = browser(speech, PHONE, scheme);
    signIn(phone, "/console/", "compliance");
    phone.open("/console/verifications");
    ofBusinesses(phone);
    phone.picture("business-reviews-phone");
  }

  /** Who sells but does not own sees nothing of it. */
  @ParameterizedTest
  @EnumSource
  void aCashierFindsNoVerification(Speech speech) {
    Screen till = browser(speech, PHONE);
    signIn(till, "/merchant/", "bakery.cashier");
    till.open("/merchant/store");
    till.sees("登录与验证", "Sign-in and verification");
    till.doesNotSee("商户认证与限额", "Business verification");
    till.open("/merchant/verification");
    till.doesNotSee("店铺级别", "The shop’s level");
  }

  private static void review(Screen desk, String name, String owner) {
    desk.press("身份认证", "Verifications");
    ofBusinesses(desk);
    desk.picture("business-reviews");
    desk.page()
        .getByRole(
            AriaRole.LINK, new Page.GetByRoleOptions().setName(desk.say("查看 ", "Look ") + name))
        .first()
        .click();
    desk.seesHeading(name, name);
    desk.doesNotSee(owner, owner);
    desk.press("开始审核", "Begin the review");
    desk.seesText(owner);
    desk.press("查看受益所有人证明", "See: Proof of ownership");
    desk.page().locator("main img").first().waitFor();
    whole(desk, "business-review");
    choose(desk, "要求补充", "Ask for more");
    desk.sees("看不出谁持有和控制", "It does not show who owns and controls the business");
    desk.picture("business-more");
    choose(desk, "通过", "Approve");
    desk.press("提交结论", "Decide");
    desk.sees("已通过", "Approved");
    desk.picture("business-review-done");
  }

  /** The menu has a page of the same name. */
  private static void ofBusinesses(Screen desk) {
    desk.page()
        .locator("main")
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(desk.say("商户", "Businesses")).setExact(true))
        .click();
  }

  private static void choose(Screen desk, String zh, String en) {
    desk.page()
        .getByText(desk.say(zh, en), new Page.GetByTextOptions().setExact(true))
        .first()
        .click();
  }

  /** A limit of the business alone, at once. */
  private static void lower(Screen desk, String name) {
    desk.open("/console/merchants");
    desk.page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName(desk.say(name + " 的限额", "Limits of " + name)))
        .first()
        .click();
    desk.press("调整限额：收款 · 每日", "Change the limit: Sales · a day");
    desk.fill("新的限额", "New limit", "4000");
    desk.fill("最后一天", "Last day", java.time.LocalDate.now().plusDays(20).toString());
    desk.page().locator("dialog textarea, dialog input").last().fill("CASE-7");
    desk.press("立刻调低", "Lower at once");
    desk.seesText("4,000.00");
    desk.picture("business-limits-console");
    assertThat(desk.page().url()).contains("/console/merchants/mer_");
  }

  /** Other levels are headings of the third rank. */
  private static void isNow(Screen till, String zh, String en) {
    till.page()
        .getByRole(
            AriaRole.HEADING,
            new Page.GetByRoleOptions().setLevel(2).setName(till.say(zh, en)).setExact(true))
        .waitFor();
  }

  private static void put(Screen till, String zh, String en, String text) {
    till.page()
        .getByLabel(
            till.say("选文件：" + zh, "Choose a file: " + en),
            new Page.GetByLabelOptions().setExact(true))
        .setInputFiles(new FilePayload("document.png", "image/png", Drawing.of(text)));
    till.page()
        .locator("li[aria-busy]")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  private static void whole(Screen screen, String name) {
    screen.picture(name);
    screen
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(
                    Path.of(
                        "target",
                        "screenshots",
                        screen.say("zh", "en") + "-" + name + "-whole.png")));
  }
}
