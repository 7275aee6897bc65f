package dev.qiao.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The whole story: somebody comes, tops up, pays, sends money; the shop sees it live and gives some
 * back; an operator sees all.
 */
@DemoServer
class StoryTest extends Journey {
  private Screen wallet;
  private Screen till;

  @ParameterizedTest
  @EnumSource
  void aNewcomerPaysAndEverybodySeesTheSame(Speech speech) {
    wallet = browser(speech, PHONE);
    till = browser(speech, DESK);
    String phone = speech.say("15012340001", "15012340002");
    signUp(phone, speech.say("梁小川", "Ada Byron"));
    topUp();
    openTill();
    String paid = payByCounterCode();
    payByTillCode();
    sendMoney();
    seeTheDay();
    giveBackInPart(paid);
    seeItAllAsOperator(paid, speech);
  }

  private void signUp(String phone, String name) {
    wallet.open("/");
    wallet.isAt("/sign-in");
    wallet.picture("sign-in");
    wallet.fill("手机号", "Mobile number", phone);
    wallet.press("获取验证码", "Send code");
    wallet.sees("6 位数字", "6 digits");
    Screen inbox = wallet.another();
    inbox.open("/inbox#phone=" + phone);
    Locator message =
        inbox.page().getByText(Pattern.compile(wallet.say("验证码 \\d{6}", "Code \\d{6}"))).first();
    String code = message.textContent().replaceAll("\\D", "");
    inbox.picture("inbox");
    inbox.page().close();
    wallet.page().locator("input[autocomplete=one-time-code]").fill(code);
    wallet.press("登录", "Sign in");
    wallet.seesHeading("这台设备第一次登录", "This device is new");
    wallet.picture("sign-up-new-device");
    wallet.press("开一个新钱包", "Open a new wallet");
    wallet.seesHeading("第一次来，怎么称呼你？", "Welcome. What is your name?");
    wallet.picture("sign-up");
    wallet.page().locator("input[autocomplete=name]").fill(name);
    wallet.press("注册", "Sign up");
    wallet.sees("这座桥上还没有人走过", "Nobody has crossed this bridge yet");
    wallet.picture("empty-home");
  }

  private void topUp() {
    order(null, "500");
    wallet.sees("充值到账", "Top-up arrived");
    wallet.picture("top-up-arrived");
    order("0402", "60");
    wallet.sees("没有充成", "Not topped up");
    wallet.sees("没有入账，银行账户也不会被扣款", "Nothing arrived, and your bank account is not charged");
    wallet.picture("top-up-failed");
    order("0408", "70");
    wallet.sees("结果待确认，请勿重复充值", "Outcome unknown: do not top up again");
    wallet.picture("top-up-unknown");
    wallet.sees("充值到账", "Top-up arrived");
    wallet.press("完成", "Done");
    wallet.seesText("570.00");
    wallet.picture("home");
  }

  private void order(String tail, String amount) {
    wallet.open("/top-up");
    if (tail != null) {
      wallet.page().locator("button[aria-haspopup=dialog]").click();
      wallet.pressLike(tail);
    }
    assertThat(wallet.page().locator("button[aria-haspopup=dialog]")).isVisible();
    wallet.type(amount);
    wallet.picture("top-up");
    wallet.press("充值 ¥" + amount + ".00", "Top up ¥" + amount + ".00");
    wallet.isAt("/activity/top_");
  }

  private void openTill() {
    signIn(till, "/merchant/", "bakery");
    till.sees("实时到账", "Arriving now");
    // Gone if the page is ever loaded again.
    till.page().evaluate("window.stillTheSamePage = true");
    till.picture("merchant-home");
  }

  private String payByCounterCode() {
    Screen counter = till.another();
    counter.open("/merchant/code");
    byte[] code = counter.pictureOfCode();
    counter.picture("store-code");
    counter.page().close();

    wallet.press("扫一扫", "Scan");
    wallet.picture("scan");
    wallet.uploadCode(code);
    wallet.isAt("/pay");
    wallet.sees("拾穗面包房", "Shisui Bakery");
    wallet.type("38.5");
    wallet.picture("pay-amount");
    wallet.press("下一步", "Next");
    wallet.seesHeading("确认付款", "Confirm payment");
    wallet.picture("confirm");
    setPin();
    wallet.press("确认付款 ¥38.50", "Pay ¥38.50");
    wallet.enterPin(NEW_PIN);
    wallet.seesExactly("支付成功", "Paid");
    wallet.isAt("/activity/pay_");
    wallet.picture("receipt");
    till.seesText("38.50");
    till.picture("merchant-live");
    org.assertj.core.api.Assertions.assertThat(till.page().evaluate("window.stillTheSamePage"))
        .isEqualTo(true);
    return wallet.idInAddress();
  }

  private void setPin() {
    wallet.press("设置支付密码", "Set your PIN");
    wallet.isAt("/pin");
    wallet.press("设置支付密码", "Set your PIN");
    wallet.seesHeading("输入新的六位支付密码", "Enter a new PIN of six digits");
    wallet.type("123456");
    wallet.seesHeading("再输入一次", "Enter it once more");
    wallet.type("123456");
    wallet.sees("支付密码太简单", "This PIN is too simple");
    wallet.press("设置支付密码", "Set your PIN");
    wallet.seesHeading("输入新的六位支付密码", "Enter a new PIN of six digits");
    wallet.type(NEW_PIN);
    wallet.seesHeading("再输入一次", "Enter it once more");
    wallet.picture("set-pin");
    wallet.type(NEW_PIN);
    wallet.isAt("/pay\\?id=");
  }

  private void payByTillCode() {
    Screen code = till.another();
    code.open("/merchant/collect");
    code.seesText("50,000.00");
    code.picture("collect");
    code.type("12+8.8");
    code.press("出示收款码", "Show code");
    code.sees("等待顾客付款", "Waiting for the customer");
    byte[] picture = code.pictureOfCode();
    code.picture("till-code");

    wallet.open("/scan");
    wallet.uploadCode(picture);
    wallet.isAt("/pay\\?id=");
    wallet.press("确认付款 ¥20.80", "Pay ¥20.80");
    wallet.enterPin(NEW_PIN);
    wallet.seesExactly("支付成功", "Paid");
    code.seesExactly("已收到", "Received");
    code.picture("till-paid");
    code.page().close();
  }

  private void sendMoney() {
    wallet.open("/transfer");
    wallet.fill("对方手机号", "Their mobile number", "13800138000");
    wallet.picture("transfer");
    wallet.press("下一步", "Next");
    wallet.seesText("*晓桥");
    wallet.seesText("138****8000");
    wallet.type("66");
    wallet.press("下一步", "Next");
    wallet.seesHeading("确认转账", "Confirm transfer");
    wallet.picture("confirm-transfer");
    wallet.press("确认转账 ¥66.00", "Transfer ¥66.00");
    wallet.enterPin(NEW_PIN);
    wallet.seesExactly("转账成功", "Transferred");
    wallet.picture("transfer-receipt");
  }

  private void seeTheDay() {
    wallet.open("/activity");
    wallet.seesHeading("今天", "Today");
    wallet.sees("转给 *晓桥", "To *晓桥");
    wallet.picture("activity");
    wallet.sees("支 125.30 · 收 0.00", "Out 125.30 · In 0.00");
  }

  private void giveBackInPart(String payment) {
    wallet.open("/activity/" + payment);
    till.page().locator("a[href*='/entries/" + payment + "']").first().click();
    till.isAt("/merchant/entries/pay_");
    till.press("退款", "Refund");
    till.fill("退款金额", "Amount to refund", "99");
    till.sees("最多可退 ¥38.50", "At most ¥38.50 can be refunded");
    till.fill("退款金额", "Amount to refund", "10");
    till.fill("原因", "Reason", till.say("可颂售罄", "Sold out"));
    till.picture("refund");
    till.press("退 ¥10.00", "Refund ¥10.00");
    till.sees("已退 ¥10.00", "¥10.00 went back");
    till.press("完成", "Done");
    till.seesText("28.50");
    till.picture("refunded");
    wallet.sees("已退回 ¥10.00 到余额", "¥10.00 came back to your balance");
    wallet.picture("receipt-refunded");
  }

  private void seeItAllAsOperator(String payment, Speech speech) {
    Screen desk = browser(speech, DESK);
    signIn(desk, "/console/", "admin");
    desk.sees("账务差额", "Ledger difference");
    desk.picture("console");
    desk.open("/console/payments?q=" + payment);
    desk.page().locator("a[href*='/payments/pay_']").first().click();
    desk.isAt("/console/payments/pay_");
    desk.sees("扫一扫", "Scan");
    desk.sees("记账", "Postings");
    desk.seesText("¥10.00");
    desk.sees("确认支付", "Confirmed a payment");
    desk.picture("console-payment");
    desk.open("/console/audit?q=" + payment);
    desk.sees("退款", "Refunded");
    desk.picture("console-audit");
  }
}
