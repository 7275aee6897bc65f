package dev.qiao.journey;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator finds out who did what. */
@DemoServer
class AuditSearchTest extends Journey {
  @ParameterizedTest
  @EnumSource
  void anOperatorNarrowsTheTrailByWhatTheySee(Speech speech) {
    boolean chinese = speech == Speech.ZH;
    Screen desk = browser(speech, DESK, chinese ? ColorScheme.LIGHT : ColorScheme.DARK);
    signIn(desk, "/console/", "admin");
    desk.open("/console/audit");
    desk.press("运营", "Operator");
    desk.isAt("actor=operator");
    desk.page().locator("tbody button").first().click();
    desk.isAt("actor=opr_");
    desk.picture("audit-by-actor");
    desk.press("登录", "Signed in");
    desk.isAt("act=session.create");
    desk.sees("登录密码 + 身份验证器", "password + authenticator");
    desk.page().locator("input[type=date]").first().fill("2020-01-01");
    desk.isAt("from=2020-01-01");
    desk.picture("audit-narrowed");
    desk.page().locator("input[type=date]").last().fill("2020-01-02");
    desk.sees("没有这样的记录", "No such records");

    Screen phone = browser(speech, PHONE, chinese ? ColorScheme.DARK : ColorScheme.LIGHT);
    signIn(phone, "/console/", "admin");
    phone.open("/console/audit?act=payment.");
    phone.sees("确认支付", "Confirmed a payment");
    phone.picture("audit-phone");
  }
}
