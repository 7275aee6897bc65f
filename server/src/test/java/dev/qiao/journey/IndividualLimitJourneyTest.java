package dev.qiao.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One person's limit is raised by two operators, and the person sees it and until when. */
@DemoServer
class IndividualLimitJourneyTest extends Journey {
  private static final String PERSON = "13800138000";

  @ParameterizedTest
  @EnumSource
  void twoRaiseALimitAndItsPersonSeesIt(Speech speech) {
    ColorScheme scheme = speech == Speech.ZH ? ColorScheme.LIGHT : ColorScheme.DARK;
    // Each language asks for another amount: the first one's still holds.
    String amount = speech.say("310000", "320000");
    String shown = speech.say("¥310,000.00", "¥320,000.00");
    Screen risk = browser(speech, DESK, scheme);
    signIn(risk, "/console/", "risk");
    risk.open("/console/people");
    risk.page().locator("main input[type=search]").first().fill(PERSON);
    risk.page().keyboard().press("Enter");
    risk.page().locator("main a[href$='/limits']").first().click();
    risk.isAt("/limits");
    risk.sees("级别与限额", "Level and limits");
    risk.seesText(speech.say("法定上限", "Set by law"));
    risk.picture("person-limits");

    change(risk);
    risk.fill("新的限额", "New limit", amount);
    LocalDate until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30);
    risk.fill("最后一天", "Last day", until.toString());
    risk.fill("理由", "Reason", "CASE-2026-203");
    risk.picture("limit-change");
    risk.press("提交审批", "Send for approval");
    risk.sees("已提交审批", "Sent for approval");
    risk.press("查看提议", "See the proposal");
    risk.isAt("/console/proposals/prp_");
    risk.seesText(shown);
    risk.picture("limit-proposal");

    Screen admin = browser(speech, PHONE, scheme);
    signIn(admin, "/console/", "admin");
    admin.page().locator("a[href$='/proposals']:visible").first().click();
    admin.sees("个人限额", "Individual limit");
    admin.picture("limit-proposals-phone");
    admin
        .page()
        .getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions().setName(speech.say("个人限额", "Individual limit")))
        .first()
        .click();
    admin.fill("你的理由", "Your reason", "looked at the case");
    admin.press("批准并执行", "Approve and carry out");
    admin.sees("已批准", "Approved");
    admin.picture("limit-approved-phone");

    Screen wallet = browser(speech, PHONE, scheme);
    signIn(wallet, "/", PERSON);
    wallet.open("/verification");
    wallet.seesText(shown);
    wallet.seesText(speech.say("为你单独提高", "Raised for you"));
    wallet.picture("limits-own");

    risk.page().goBack();
    risk.page().reload();
    risk.seesText(speech.say("单独提高", "Raised from"));
    risk.picture("person-limits-own");
    Screen phone = browser(speech, PHONE, scheme);
    signIn(phone, "/console/", "risk");
    phone.open(risk.page().url().replaceFirst("^https?://[^/]+", ""));
    phone.seesText(speech.say("单独提高", "Raised from"));
    phone.picture("person-limits-phone");
  }

  private static void change(Screen risk) {
    risk.page()
        .getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions()
                .setName(Pattern.compile(risk.say("调整限额：充值", "Change the limit: Top-ups"))))
        .first()
        .click();
  }
}
