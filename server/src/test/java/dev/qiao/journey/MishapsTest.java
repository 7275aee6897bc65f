package dev.qiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.qiao.identity.People;
import dev.qiao.identity.Person;
import dev.qiao.identity.Phone;
import dev.qiao.identity.Sessions;
import dev.qiao.payment.PayCodes;
import dev.qiao.payment.Payees;
import dev.qiao.payment.PersonAccounts;
import dev.qiao.payment.StoreId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What goes wrong while people pay, and what they are told. */
@DemoServer
class MishapsTest extends Journey {
  private static final String PHONE_OF_PAYER = "13800138001";

  @Autowired private People people;
  @Autowired private Sessions sessions;
  @Autowired private PersonAccounts accounts;
  @Autowired private Payees payees;
  @Autowired private PayCodes codes;
  private long before;

  @BeforeEach
  void count() {
    before = balance();
  }

  @ParameterizedTest
  @EnumSource
  void aWrongPinIsSaidWithTheTriesThatAreLeft(Speech speech) {
    Screen wallet = readyToConfirm(speech, "3");
    wallet.enterPin("971350");
    wallet.sees("支付密码不对", "Wrong PIN");
    wallet.sees("还可以试 4 次", "4 attempts left");
    wallet.picture("wrong-pin");
    wallet.type(DEMO_PIN);
    wallet.seesExactly("支付成功", "Paid");
    assertThat(before - balance()).isEqualTo(3_00);
  }

  @Test
  void impatientFingersPayOnce() {
    Screen wallet = amountTyped(Speech.ZH, "4");
    wallet.key("下一步", "Next").dblclick();
    wallet.seesHeading("确认付款", "Confirm payment");
    wallet.key("确认付款 ¥4.00", "Pay ¥4.00").dblclick();
    wallet.enterPin(DEMO_PIN + DEMO_PIN);
    wallet.seesExactly("支付成功", "Paid");
    assertThat(before - balance()).isEqualTo(4_00);
  }

  @Test
  void goingBackAfterPayingDoesNotPayAgain() {
    Screen wallet = readyToConfirm(Speech.ZH, "5");
    wallet.enterPin(DEMO_PIN);
    wallet.seesExactly("支付成功", "Paid");
    String paid = wallet.idInAddress();

    wallet.page().goBack();
    wallet.page().goForward();
    wallet.seesExactly("支付成功", "Paid");
    wallet.open("/pay?id=" + paid);
    wallet.seesExactly("支付成功", "Paid");
    wallet.isAt("/activity/" + paid);
    assertThat(before - balance()).isEqualTo(5_00);
  }

  @Test
  void reloadingInMidPaymentComesBackToTheSamePayment() {
    Screen wallet = readyToConfirm(Speech.ZH, "6");
    wallet.page().reload();
    wallet.press("确认付款 ¥6.00", "Pay ¥6.00");
    wallet.enterPin(DEMO_PIN);
    wallet.seesExactly("支付成功", "Paid");
    assertThat(before - balance()).isEqualTo(6_00);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatGotLostIsFoundOutAndPaidOnce(Speech speech) {
    Screen wallet = readyToConfirm(speech, "7");
    AtomicInteger lost = new AtomicInteger();
    wallet
        .page()
        .route(
            "**/confirm",
            route -> {
              if (lost.getAndIncrement() < 2) {
                // The server has done it; only the answer never arrives.
                route.fetch();
                route.abort("connectionreset");
              } else {
                route.resume();
              }
            });
    wallet.enterPin(DEMO_PIN);
    wallet.seesExactly("支付成功", "Paid");
    // What it sends once more meanwhile must not be waited for when the page is closed.
    wallet.page().unroute("**/confirm");
    assertThat(lost.get()).isPositive();
    assertThat(before - balance()).isEqualTo(7_00);
  }

  @ParameterizedTest
  @EnumSource
  void withoutAConnectionItIsSaidThatTheOutcomeIsNotKnownThenWhatItIs(Speech speech) {
    Screen wallet = readyToConfirm(speech, "8");
    wallet.page().route("**/v1/**", Route::abort);
    wallet.enterPin(DEMO_PIN);
    wallet.sees("正在确认结果", "Finding out the outcome");
    wallet.picture("outcome-unknown");
    wallet.page().unroute("**/v1/**");
    wallet.doesNotSee("正在确认结果", "Finding out the outcome");
    // Sent again by itself with the same key, or known not to have arrived: never both.
    if (!wallet.page().url().contains("/activity/")) {
      wallet.seesExactly("未扣款", "No money was taken");
      assertThat(before - balance()).isZero();
      wallet.press("确认付款 ¥8.00", "Pay ¥8.00");
      wallet.enterPin(DEMO_PIN);
    }
    wallet.seesExactly("支付成功", "Paid");
    wallet.picture("outcome-known");
    assertThat(before - balance()).isEqualTo(8_00);
  }

  @ParameterizedTest
  @EnumSource
  void whoseSessionEndsInMidFlowComesBackToTheSamePlace(Speech speech) {
    Screen wallet = readyToConfirm(speech, "9");
    sessions.revokeAll(payer().id().value());
    wallet.enterPin(DEMO_PIN);
    wallet.isAt("/sign-in");
    wallet.sees("登录已过期", "Your session has ended");
    wallet.picture("session-ended");
    wallet
        .page()
        .locator("button", new Page.LocatorOptions().setHasText(PHONE_OF_PAYER))
        .first()
        .click();
    wallet.page().locator("form button[type=submit]").click();
    wallet.isAt("/pay\\?id=");
    assertThat(before - balance()).isZero();
    wallet.press("确认付款 ¥9.00", "Pay ¥9.00");
    wallet.enterPin(DEMO_PIN);
    wallet.seesExactly("支付成功", "Paid");
    assertThat(before - balance()).isEqualTo(9_00);
  }

  @ParameterizedTest
  @EnumSource
  void aCodeThatIsNotOursAndAPictureWithoutOneAreSaidToBe(Speech speech) {
    Screen wallet = browser(speech, PHONE);
    signIn(wallet, "/", PHONE_OF_PAYER);
    wallet.open("/scan");
    paste(wallet, "https://example.org/pay?id=1");
    wallet.sees("这个码打开的是网站，不是付款", "This code opens a website; it is no payment");
    wallet.open("/scan");
    paste(wallet, "ticket 0042");
    wallet.sees("这不是桥的收款码", "This is not a Qiao code");
    wallet.picture("foreign-code");
    wallet.open("/scan");
    String code = counterCode();
    paste(wallet, code.substring(0, code.length() - 1) + (code.endsWith("0") ? "1" : "0"));
    wallet.sees("收款码不完整", "The code is incomplete");
    wallet.open("/scan");
    wallet.uploadCode(wallet.page().screenshot());
    wallet.sees("图片里没有找到二维码", "No code found in the picture");
    wallet.picture("no-code");
  }

  private static void paste(Screen wallet, String text) {
    wallet.press("粘贴内容", "Paste");
    wallet.fill("二维码的内容", "Content of the code", text);
    wallet.press("识别", "Read");
  }

  /** At the PIN of a payment of this many yuan. */
  private Screen readyToConfirm(Speech speech, String yuan) {
    Screen wallet = amountTyped(speech, yuan);
    wallet.press("下一步", "Next");
    wallet.press("确认付款 ¥" + yuan + ".00", "Pay ¥" + yuan + ".00");
    wallet.seesHeading("输入支付密码", "Enter your PIN");
    return wallet;
  }

  private Screen amountTyped(Speech speech, String yuan) {
    Screen wallet = browser(speech, PHONE);
    signIn(wallet, "/", PHONE_OF_PAYER);
    wallet.open("/pay?code=" + URLEncoder.encode(counterCode(), StandardCharsets.UTF_8));
    wallet.sees("拾穗面包房", "Shisui Bakery");
    wallet.type(yuan);
    return wallet;
  }

  private String counterCode() {
    var store =
        db().sql("select store from payment.payee where name = '拾穗面包房' order by store limit 1")
            .query(UUID.class)
            .single();
    return codes.draw(payees.find(new StoreId(store)).orElseThrow());
  }

  private Person payer() {
    return people.byPhone(Phone.parse(PHONE_OF_PAYER).orElseThrow()).orElseThrow();
  }

  private long balance() {
    return ledger().balance(accounts.of(payer().id().value())).posted();
  }
}
