package dev.qiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.identity.CredentialChange;
import dev.qiao.identity.CredentialChanges;
import dev.qiao.identity.People;
import dev.qiao.identity.Person;
import dev.qiao.identity.Phone;
import dev.qiao.ledger.Side;
import dev.qiao.payment.PersonAccounts;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Freezing and thawing, a held transfer answered both ways, and warnings, in a real browser. */
@DemoServer
class ProtectionTest extends Journey {
  private static final String PERSON = "13800138001";
  private static final String OTHER = "13800138000";

  @Autowired private People people;
  @Autowired private PersonAccounts accounts;
  @Autowired private CredentialChanges changes;

  @BeforeEach
  void calm() {
    db().sql("delete from identity.one_time_code").update();
    db().sql("delete from identity.passkey").update();
    db().sql("delete from identity.credential_change").update();
    give(person().id().value(), 3_000_00);
  }

  @AfterEach
  void thawAll() {
    db().sql("delete from protection.freeze").update();
    ledger().unfreeze(accounts.of(person().id().value()), Side.DEBIT);
    db().sql("delete from identity.credential_change").update();
  }

  @ParameterizedTest
  @EnumSource
  void aPersonFreezesTheirWalletAndThawsIt(Speech speech) {
    Screen wallet = browser(speech, PHONE);
    signIn(wallet, "/", PERSON);
    settle();
    wallet.open("/me");
    wallet.buttonLike(wallet.say("冻结钱包", "Freeze my wallet")).waitFor();
    wallet.picture("me-with-freeze");
    wallet.pressLike(wallet.say("冻结钱包", "Freeze my wallet"));
    wallet.seesHeading("冻结钱包？", "Freeze your wallet?");
    wallet.picture("freeze-sheet");
    wallet.press("马上冻结", "Freeze now");
    wallet.sees("钱包已冻结", "Your wallet is frozen");
    wallet.open("/");
    wallet.sees("钱只进不出", "Money can come in, none can leave");
    wallet.picture("home-frozen");

    transfer(wallet, "20");
    wallet.press("确认转账 ¥20.00", "Transfer ¥20.00");
    wallet.sees("钱包已冻结", "The wallet is frozen");
    wallet.picture("transfer-frozen");

    wallet.open("/security");
    wallet.sees("钱只进不出", "Money can come in, none can leave");
    wallet.picture("security-frozen");
    wallet.press("解冻", "Unfreeze");
    wallet.enterPin(DEMO_PIN);
    wallet.seesHeading("输入收到的验证码", "Enter the code we sent");
    wallet.sees("来要的都是骗子", "whoever asks is a thief");
    wallet.sees("解冻前再验一步", "before the wallet opens again");
    wallet.doesNotSee("这笔和你平时不一样", "This is not what you usually do");
    wallet.picture("thaw-code");
    enterCode(wallet);
    wallet.sees("手机丢了", "Phone lost");
    wallet.picture("security-thawed");
  }

  @ParameterizedTest
  @EnumSource
  void aLinkFreezesWithoutSigningIn(Speech speech) {
    Screen wallet = browser(speech, PHONE, ColorScheme.DARK);
    signIn(wallet, "/", PERSON);
    changes.record(person().id().value(), CredentialChange.PASSWORD_CHANGED);
    Screen anywhere = browser(speech, PHONE, ColorScheme.DARK);
    String link = notice().path("link");
    anywhere.open(link);
    anywhere.seesHeading("冻结我的钱包", "Freeze my wallet");
    // The address is rid of the token once the page is there.
    anywhere.page().waitForURL(url -> !url.contains("#"));
    anywhere.picture("freeze-link");
    anywhere.press("冻结我的钱包", "Freeze my wallet");
    anywhere.sees("现在没有人能从这个钱包转出钱", "Nobody can move money out of this wallet now");
    anywhere.picture("freeze-link-done");
    anywhere.open("/sign-in");
    anywhere.open(link);
    anywhere.press("冻结我的钱包", "Freeze my wallet");
    anywhere.sees("这个链接用过了", "This link was used");
    anywhere.picture("freeze-link-used");

    wallet.open("/inbox?phone=" + PERSON);
    wallet.sees("登录密码已修改", "Password changed");
    wallet.picture("inbox-notices");
    // The password changed just now: thawing waits.
    wallet.open("/security");
    wallet.press("解冻", "Unfreeze");
    wallet.enterPin(DEMO_PIN);
    enterCode(wallet);
    wallet.sees("正在解冻", "Unfreezing");
    wallet.picture("security-thawing");
    wallet.press("先不解冻", "Keep it frozen");
    wallet.sees("钱只进不出", "Money can come in, none can leave");
  }

  @ParameterizedTest
  @EnumSource
  void aHeldTransferIsAnsweredBothWays(Speech speech) {
    Screen wallet = browser(speech, PHONE);
    signIn(wallet, "/", PERSON);
    settle();
    TestBrowser thief = thief();
    hold(thief);
    wallet.open("/");
    wallet.sees("有 1 笔转出在等你确认", "One payment waits for your word");
    wallet.picture("home-held");
    wallet.press("看一看", "Look");
    wallet.seesHeading("这笔是你本人操作的吗？", "Was this you?");
    wallet.sees("来自一台新设备", "It came from a new device");
    wallet.picture("held");
    wallet.press("是我本人", "It was me");
    wallet.enterPin(DEMO_PIN);
    enterCode(wallet);
    wallet.doesNotSee("这笔是你本人操作的吗？", "Was this you?");
    wallet.sees("你确认了，已转出", "You confirmed it; it went");

    db().sql("delete from identity.one_time_code").update();
    hold(thief);
    wallet.open("/held");
    wallet.press("不是我", "It was not me");
    wallet.seesHeading("不是你？", "Not you?");
    wallet.picture("not-me");
    wallet.page().locator("dialog button").last().click();
    wallet.doesNotSee("这笔是你本人操作的吗？", "Was this you?");
    wallet.sees("没有转出", "It did not go");
    wallet.picture("held-refused");
    assertThat(thief.get("/v1/wallet").code()).isEqualTo("session_expired");
    wallet.open("/security");
    wallet.sees("钱包已冻结", "Your wallet is frozen");
  }

  @ParameterizedTest
  @EnumSource
  void aFirstLargeTransferToAStrangerIsWarnedOf(Speech speech) {
    Screen wallet = browser(speech, PHONE);
    signIn(wallet, "/", PERSON);
    settle();
    forgetPast();
    transfer(wallet, "1200");
    wallet.press("确认转账 ¥1,200.00", "Transfer ¥1,200.00");
    wallet.seesHeading("第一次转给对方，先停一下", "First time to them: stop for a moment");
    wallet.picture("caution");
    wallet.page().waitForTimeout(5_500);
    wallet.press("我认识对方，继续", "I know them, continue");
    wallet.enterPin(DEMO_PIN);
    wallet.seesHeading("输入收到的验证码", "Enter the code we sent");
    enterCode(wallet);
    wallet.seesExactly("转账成功", "Transferred");

    transfer(wallet, "5");
    wallet.press("确认转账 ¥5.00", "Transfer ¥5.00");
    wallet.enterPin(DEMO_PIN);
    wallet.seesExactly("转账成功", "Transferred");
  }

  @ParameterizedTest
  @EnumSource
  void aCodeThatIsAWebsiteIsNoPayment(Speech speech) {
    Screen wallet = browser(speech, PHONE);
    signIn(wallet, "/", PERSON);
    wallet.open("/scan");
    wallet.press("粘贴内容", "Paste");
    wallet.page().locator("dialog input").fill("https://bаnk-refund.example/pay");
    wallet.page().locator("dialog form button[type=submit]").click();
    wallet.sees("这个码打开的是网站，不是付款", "This code opens a website; it is no payment");
    wallet.picture("look-alike");
  }

  @Test
  void theCheckUpAndHowWeContactYou() {
    for (Speech speech : Speech.values()) {
      for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        for (int[] size : new int[][] {PHONE, DESK}) {
          Screen wallet = browser(speech, size, scheme);
          signIn(wallet, "/", PERSON);
          wallet.open("/check-up");
          wallet.seesHeading("最近的安全记录", "Recent security events");
          wallet.page().waitForTimeout(300);
          String look = scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + size[0];
          wallet.page().evaluate("window.scrollTo(0, 0)");
          wallet.picture("check-up-" + look);
          wallet.page().evaluate("window.scrollTo(0, document.body.scrollHeight)");
          wallet.picture("check-up-end-" + look);
          wallet.open("/contact");
          wallet.seesHeading("我们从不", "We will never");
          wallet.picture("contact-" + look);
        }
      }
    }
  }

  /** At the confirm sheet of a transfer of this many yuan to the other person. */
  private void transfer(Screen wallet, String yuan) {
    wallet.open("/transfer");
    wallet.fill("对方手机号", "Their mobile number", OTHER);
    wallet.press("下一步", "Next");
    wallet.sees("换个人", "Somebody else");
    yuan.chars().mapToObj(Character::toString).forEach(digit -> wallet.press(digit, digit));
    wallet.press("下一步", "Next");
    wallet.seesHeading("确认转账", "Confirm transfer");
  }

  /** Somebody who is signed in as the person on a device of their own. */
  private TestBrowser thief() {
    TestBrowser thief = new TestBrowser(port(), "wallet");
    assertThat(thief.signIn(PERSON, DEMO_PASSWORD).status()).isEqualTo(201);
    changes.record(person().id().value(), CredentialChange.PASSWORD_CHANGED);
    return thief;
  }

  private void hold(TestBrowser thief) {
    String payee = thief.post("/v1/payees", Map.of("phone", OTHER)).text("payee_id");
    Map<String, Object> amount = Map.of("amount", 400_00, "currency", "CNY");
    forgetPast();
    String transfer =
        thief
            .post("/v1/transfers", UUID.randomUUID(), Map.of("payee_id", payee, "amount", amount))
            .text("id");
    String confirmation =
        thief.post("/v1/transfers/" + transfer + "/confirmation", Map.of()).text("id");
    Answer held =
        thief.post(
            "/v1/transfers/" + transfer + "/confirm",
            UUID.randomUUID(),
            Map.of("confirmation_id", confirmation, "pin", DEMO_PIN, "amount", amount));
    assertThat(held.status()).as(held.raw().body()).isEqualTo(202);
  }

  /** As if the person had never sent anything to the other: only who pays is looked at here. */
  private void forgetPast() {
    db().sql(
            """
            update wallet.transfer
            set payee = gen_random_uuid()
            where payer = :payer and payee = :payee
            """)
        .param("payer", person().id().value())
        .param("payee", people.byPhone(Phone.parse(OTHER).orElseThrow()).orElseThrow().id().value())
        .update();
  }

  /** All devices so far are old ones. */
  private void settle() {
    db().sql("update identity.known_device set known_at = known_at - interval '30 days'").update();
    db().sql("update identity.session set cooling_until = null").update();
    db().sql("delete from identity.credential_change").update();
  }

  private Notice notice() {
    var told =
        new TestBrowser(port(), "wallet")
            .message(person().phone().orElseThrow().e164(), "security_notice");
    return name -> told.path(name).asString();
  }

  private interface Notice {
    String path(String name);
  }

  /** Types the code that was sent: the field is there once it was. */
  private void enterCode(Screen wallet) {
    Locator field = wallet.page().locator("dialog input[autocomplete=one-time-code]");
    field.waitFor();
    field.fill(new TestBrowser(port(), "wallet").lastCode(person().phone().orElseThrow().e164()));
    wallet.page().locator("dialog form button[type=submit]").click();
  }

  private Person person() {
    return people.byPhone(Phone.parse(PERSON).orElseThrow()).orElseThrow();
  }
}
