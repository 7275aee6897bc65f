package dev.qiao.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.qiao.api.App;
import dev.qiao.api.Caller;
import dev.qiao.api.Once;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import dev.qiao.identity.People;
import dev.qiao.identity.Phone;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.Authority;
import dev.qiao.payment.Confirmation;
import dev.qiao.payment.MerchantId;
import dev.qiao.payment.Payee;
import dev.qiao.payment.Payees;
import dev.qiao.payment.Payment;
import dev.qiao.payment.Payments;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Everybody sees what is theirs to see, and what takes two takes two. */
@DemoServer
class RolesTest extends Journey {
  @Autowired private People people;
  @Autowired private Payees payees;
  @Autowired private Payments payments;
  @Autowired private Channels channels;

  @ParameterizedTest
  @EnumSource
  void oneOperatorProposesAndAnotherApproves(Speech speech) {
    String mall = speech.say("云杉商城", "Spruce Mall");
    Screen risk = browser(speech, DESK, scheme(speech));
    signIn(risk, "/console/", "risk");
    risk.page().getByRole(AriaRole.BUTTON, named(switchOf(speech, mall))).click();
    risk.page().locator("input[value=stopped]").check();
    risk.fill("理由", "Reason", "CASE-2026-118");
    risk.picture("switch-closing");
    risk.press("立刻关紧", "Close at once");
    risk.sees("已生效", "In effect");
    risk.press("完成", "Done");
    risk.seesExactly("关闭", "Stopped");

    risk.page().getByRole(AriaRole.BUTTON, named(switchOf(speech, mall))).click();
    risk.page().locator("input[value=open]").check();
    risk.fill("理由", "Reason", "CASE-2026-118 solved");
    risk.press("提议放开", "Propose to open");
    risk.sees("已提交审批", "Sent for approval");
    risk.press("查看提议", "See the proposal");
    risk.isAt("/console/proposals/prp_");
    risk.sees("你提的", "You proposed this");
    assertThat(risk.key("批准并执行", "Approve and carry out")).hasCount(0);
    risk.picture("proposal-own");

    Screen admin = browser(speech, PHONE, scheme(speech));
    signIn(admin, "/console/", "admin");
    admin.page().locator("a[href$='/proposals']:visible").first().click();
    admin.sees("渠道闸位", "Channel switch");
    admin.picture("proposals-phone");
    admin
        .page()
        .getByRole(AriaRole.LINK, named(speech.say("渠道闸位", "Channel switch")))
        .first()
        .click();
    admin.fill("你的理由", "Your reason", "looked at the case");
    admin.picture("proposal-deciding-phone");
    admin.press("批准并执行", "Approve and carry out");
    admin.sees("已批准", "Approved");
    admin.picture("proposal-approved-phone");

    risk.page().reload();
    risk.sees("已批准", "Approved");
    risk.picture("proposal-approved");
    risk.open("/console/proposals?show=all");
    risk.sees("已批准", "Approved");
    risk.picture("proposals");
  }

  @ParameterizedTest
  @EnumSource
  void supportDoesNotSeeWhatIsFinances(Speech speech) {
    Screen support = browser(speech, DESK, scheme(speech));
    signIn(support, "/console/", "support");
    support.seesHeading("总览", "Overview");
    Locator menu = support.page().getByRole(AriaRole.NAVIGATION).first();
    assertThat(menu).containsText(speech.say("用户", "People"));
    for (String hidden :
        new String[] {
          speech.say("银行待查", "Bank queries"),
          speech.say("审计", "Audit"),
          speech.say("审批", "Approvals"),
          speech.say("团队", "Team")
        }) {
      assertThat(menu).not().containsText(hidden);
    }
    support.doesNotSee("账本自查", "Ledger audit");
    support.picture("support-overview");
    for (String page : new String[] {"bank-moves", "audit", "proposals", "team"}) {
      support.open("/console/" + page);
      support.seesHeading("这一页不归你看", "This page is not yours to see");
    }
    support.picture("support-hidden");

    Screen finance = browser(speech, DESK, scheme(speech));
    signIn(finance, "/console/", "finance");
    finance.open("/console/bank-moves");
    finance.seesHeading("银行待查", "Bank queries");
    finance.open("/console/people");
    finance.seesHeading("这一页不归你看", "This page is not yours to see");
  }

  @ParameterizedTest
  @EnumSource
  void aCashierGivesBackWithinTheLimitAndNoMore(Speech speech) {
    // Each language has a limit and a cashier of its own.
    String shop = speech.say("bakery", "market");
    Payment paid = paid(speech.say("拾穗面包房", "云杉超市"), 80_00);
    Screen owner = browser(speech, DESK, scheme(speech));
    signInStaff(owner, shop);
    owner.open("/merchant/staff");
    String cashier = speech.say("阿宁", "大刘");
    owner.picture("staff");
    owner
        .page()
        .getByRole(
            AriaRole.BUTTON,
            named(speech.say("更改 " + cashier + " 的权限", "Change what " + cashier + " may do")))
        .click();
    owner.fill("每天最多退款", "Refunds a day, at most", "20.00");
    owner.picture("staff-change");
    owner.press("保存", "Save");
    owner.seesText("20.00");
    owner.picture("staff-changed");

    Screen till = browser(speech, PHONE, scheme(speech));
    signInStaff(till, shop + ".cashier");
    till.open("/merchant/entries/" + paid.id().text());
    till.press("退款", "Refund");
    till.fill("退款金额", "Amount to refund", "20.01");
    till.picture("refund-over-limit-phone");
    till.pressLike(speech.say("退 ¥20.01", "Refund ¥20.01"));
    till.sees("超过你今天的退款限额", "This is over your refund limit");
    till.picture("refund-refused-phone");
    till.fill("退款金额", "Amount to refund", "20.00");
    till.pressLike(speech.say("退 ¥20.00", "Refund ¥20.00"));
    till.sees("已退 ¥20.00", "¥20.00 went back");
  }

  @ParameterizedTest
  @EnumSource
  void theTeamAndTheLocksAreInTheConsole(Speech speech) {
    Screen admin = browser(speech, DESK, scheme(speech));
    signIn(admin, "/console/", "admin");
    admin.press("团队", "Team");
    admin.seesText("金如初");
    admin.seesText(speech.say("必须有", "Required"));
    admin.picture("team");
    admin
        .page()
        .getByRole(AriaRole.BUTTON, named(speech.say("更改 乔安 的角色", "Change the role of 乔安")))
        .click();
    admin.press("财务", "Finance");
    admin.fill("理由", "Reason", "HR-31");
    admin.picture("team-role");
    admin.press("提交审批", "Send for approval");
    admin.sees("已提交审批", "Sent for approval");
    admin.press("查看提议", "See the proposal");
    admin.press("撤回提议", "Withdraw");
    admin.sees("已撤回", "Withdrawn");

    String person =
        people.byPhone(Phone.parse("13800138003").orElseThrow()).orElseThrow().id().text();
    admin.open("/console/locks?party=" + person);
    admin.sees("可以登录", "May sign in");
    admin.press("立刻锁定", "Lock out now");
    admin.fill("理由", "Reason", "CASE-4");
    admin.page().locator("dialog button[type=submit]").click();
    admin.sees("已生效", "In effect");
    admin.press("完成", "Done");
    admin.sees("已锁定", "Locked out");
    admin.press("冻结付出", "Freeze money out");
    admin.fill("理由", "Reason", "CASE-4");
    admin.press("立刻冻结", "Freeze now");
    admin.sees("已生效", "In effect");
    admin.press("完成", "Done");
    admin.sees("已冻结", "Frozen");
    admin.picture("locks");
    admin.page().setViewportSize(PHONE[0], PHONE[1]);
    admin.picture("locks-phone");
    admin.open("/console/team");
    admin.seesText("金如初");
    admin.picture("team-phone");
    admin.open("/console/locks?party=" + person);
    admin.pressLike(speech.say("解锁", "Unlock"));
    admin.sees("没有人被锁定", "Nobody is locked out");

    admin.press("解冻付出", "Unfreeze money out");
    admin.fill("理由", "Reason", "CASE-4 solved");
    admin.press("提交审批", "Send for approval");
    admin.press("查看提议", "See the proposal");
    String proposal = admin.idInAddress();
    Screen risk = browser(speech, DESK, scheme(speech));
    signIn(risk, "/console/", "risk");
    risk.open("/console/proposals/" + proposal);
    risk.fill("你的理由", "Your reason", "agreed");
    risk.picture("proposal-deciding");
    risk.press("批准并执行", "Approve and carry out");
    risk.sees("已批准", "Approved");
  }

  private Payment paid(String merchant, long minor) {
    UUID payer =
        people.byPhone(Phone.parse("13800138001").orElseThrow()).orElseThrow().id().value();
    give(payer, minor);
    UUID id =
        db().sql("select id from merchant.merchant where name = :name")
            .param("name", merchant)
            .query(UUID.class)
            .single();
    Payee store = payees.of(new MerchantId(id)).getFirst();
    Payment payment =
        payments.begin(
            store,
            payer,
            channels.storeCodes().id(),
            Scene.QR_STATIC,
            Money.of(minor, Unit.of("CNY")),
            Optional.empty());
    payments.store(payment, Once.unasked(), "");
    var caller =
        new Caller(
            App.WALLET,
            Caller.Kind.PERSON,
            payer,
            UUID.randomUUID(),
            Optional.empty(),
            Optional.empty(),
            "127.0.0.1");
    Confirmation confirmation =
        payments.confirm(
            payment.id(),
            caller,
            new Authority.Granted("test"),
            payment.amount(),
            Once.unasked(),
            Payment::id);
    return ((Confirmation.Confirmed) confirmation).payment();
  }

  private void signInStaff(Screen screen, String login) {
    screen.open("/merchant/");
    screen.page().locator("input[autocomplete=username]").fill(login);
    screen.page().locator("input[type=password]").fill(DEMO_PASSWORD);
    screen.page().locator("form button[type=submit]").click();
    assertThat(screen.page().locator("input[type=password]")).hasCount(0);
  }

  private static String switchOf(Speech speech, String name) {
    return speech.say("调整 " + name, "Switch " + name);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static ColorScheme scheme(Speech speech) {
    return speech == Speech.ZH ? ColorScheme.LIGHT : ColorScheme.DARK;
  }
}
