package dev.qiao.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.qiao.FreshDatabase;
import dev.qiao.QiaoServer;
import dev.qiao.identity.Totp;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** An installation that is no demo: from the printed link to a shop that can be paid. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    classes = QiaoServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "qiao.demo=false")
@ContextConfiguration(initializers = FreshDatabase.class)
@DirtiesContext
class FirstAdministratorTest extends Journey {
  private static final Pattern LINK =
      Pattern.compile("First administrator: http://localhost:\\d+(/console/welcome#token=\\S+)");

  @Test
  void thePrintedLinkLeadsToAShopWhoseOwnerComesIn(CapturedOutput output) {
    Screen desk = browser(Speech.EN, DESK);
    Matcher printed = LINK.matcher(output.getAll());
    org.assertj.core.api.Assertions.assertThat(printed.find()).isTrue();
    desk.open(printed.group(1));
    desk.seesHeading("欢迎，第一位管理员", "Welcome, first administrator");
    desk.fill("登录名", "Login name", "first.admin");
    desk.page().locator("input[type=password]").fill("bridge-over-water");
    desk.picture("first-administrator");
    desk.press("开始使用", "Start");
    setUpSecondFactor(desk, "/console/", "/console/audit");
    desk.sees("账务差额", "Ledger difference");
    desk.picture("console-empty");

    makeASecondAdministrator(desk);

    desk.open("/console/merchants");
    desk.press("新商户", "New merchant");
    desk.fill("商户名称", "Merchant name", "山岚咖啡");
    desk.fill("英文名称", "Name in English", "Mist Coffee");
    desk.fill("门店名称", "Store name", "湖滨店");
    desk.fill("店主姓名", "Owner’s name", "王岚");
    desk.fill("店主登录名", "Owner’s login name", "mist.owner");
    desk.picture("new-merchant");
    desk.press("创建商户", "Create merchant");
    desk.seesHeading("山岚咖啡", "山岚咖啡 is ready");
    String link =
        desk.page().locator("code").first().textContent().replaceFirst("^https?://[^/]+", "");
    desk.picture("invitation");

    Screen owner = browser(Speech.EN, PHONE);
    owner.open(link);
    owner.seesHeading("王岚", "Welcome, 王岚");
    owner.page().locator("input[type=password]").fill("bridge-over-water");
    owner.press("开始使用", "Start");
    owner.isAt("/merchant/$");
    assertThat(owner.page()).not().hasURL(Pattern.compile("token"));
    setUpSecondFactor(owner, "/merchant/", "/merchant/collect");
    owner.picture("merchant-empty");
    owner.open("/merchant/code");
    owner.seesText("Mist Coffee");

    Screen late = browser(Speech.EN, PHONE);
    late.open(link);
    late.seesHeading("这个邀请已经失效", "This invitation no longer works");
    late.open(printed.group(1));
    late.seesHeading("这个链接已经失效", "This link no longer works");
  }

  /** While nobody else ever was one, the first makes the second alone: there is nobody to ask. */
  private static void makeASecondAdministrator(Screen desk) {
    desk.open("/console/team");
    desk.press("邀请运营", "Invite an operator");
    desk.fill("姓名", "Name", "沈新");
    desk.fill("登录名", "Login name", "second.admin");
    desk.page().locator("dialog button[type=submit]").click();
    desk.seesText("/console/welcome#token=");
    desk.press("完成", "Done");
    desk.press("更改 沈新 的角色", "Change the role of 沈新");
    desk.press("管理员", "Administrator");
    desk.fill("理由", "Reason", "the second of us");
    desk.press("提交审批", "Send for approval");
    desk.sees("已生效", "In effect");
    desk.press("完成", "Done");
    desk.picture("second-administrator");
  }

  /** Nothing but this is let through before it is done, whatever is asked for. */
  private static void setUpSecondFactor(Screen desk, String home, String elsewhere) {
    desk.seesHeading("先设置第二步验证", "Set up a second step first");
    desk.picture("second-factor-first");
    desk.open(elsewhere);
    desk.seesHeading("先设置第二步验证", "Set up a second step first");
    desk.press("用身份验证器", "Use an authenticator app");
    desk.press("下一步", "Next");
    byte[] secret =
        SecurityTest.base32(desk.page().locator("code").first().textContent().replace(" ", ""));
    desk.picture("administrators-authenticator");
    desk.fill("它显示的 6 位数字", "The 6 digits it shows", Totp.code(secret, Instant.now()));
    desk.press("确认", "Confirm");
    desk.sees("恢复码", "each one stands in for a code");
    desk.picture("administrators-recovery-codes");
    desk.press("我已存好", "I have kept them");
    desk.open(home);
  }
}
