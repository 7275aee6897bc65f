package dev.qiao.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.qiao.TestBrowser;
import dev.qiao.decision.Limits;
import dev.qiao.identity.People;
import dev.qiao.identity.Person;
import dev.qiao.identity.Phone;
import dev.qiao.identity.Pins;
import dev.qiao.identity.Registration;
import dev.qiao.identity.Subject;
import dev.qiao.identity.Totp;
import dev.qiao.payment.PayCodes;
import dev.qiao.payment.Payees;
import dev.qiao.payment.PersonAccounts;
import dev.qiao.payment.StoreId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Passkeys, second factors and confirmations, by people in a real browser. */
@DemoServer
class SecurityTest extends Journey {
  private static final String PERSON = "13800138001";

  @Autowired private People people;
  @Autowired private Pins pins;
  @Autowired private PersonAccounts accounts;
  @Autowired private Payees payees;
  @Autowired private PayCodes codes;
  @Autowired private Limits limits;

  @AfterEach
  void forgetFactors() {
    db().sql("delete from identity.passkey").update();
    db().sql(
            "delete from identity.authenticator where party not in (select id from identity.operator)")
        .update();
    db().sql("delete from identity.recovery_code").update();
    // What changed in one test would hold what another pays on a new device.
    db().sql("delete from identity.credential_change").update();
  }

  @ParameterizedTest
  @EnumSource
  void aPersonAddsAPasskeySignsInAndPaysWithIt(Speech speech) {
    Screen wallet = browser(speech, PHONE);
    var device = new VirtualAuthenticator(wallet.page());
    signIn(wallet, "/", PERSON);
    wallet.open("/me");
    wallet.page().locator("a[href='/security']").click();
    wallet.seesHeading("登录与验证", "Sign-in and verification");
    wallet.picture("security-empty");
    wallet.press("添加通行密钥", "Add a passkey");
    wallet.sees("通行密钥已添加", "Passkey added");
    org.assertj.core.api.Assertions.assertThat(device.passkeys()).isEqualTo(1);
    rename(wallet);
    wallet.picture("security-passkey");

    signOut(wallet);
    wallet.isAt("/sign-in");
    wallet.picture("sign-in-passkey");
    wallet.press("用通行密钥登录", "Sign in with a passkey");
    wallet.isAt("/(me)?$");

    long before = balance();
    begin(wallet, "3");
    wallet.press("确认付款 ¥3.00", "Pay ¥3.00");
    wallet.seesExactly("支付成功", "Paid");
    wallet.picture("paid-by-passkey");
    org.assertj.core.api.Assertions.assertThat(before - balance()).isEqualTo(3_00);

    device.recognises(false);
    begin(wallet, "4");
    wallet.press("确认付款 ¥4.00", "Pay ¥4.00");
    wallet.enterPin(DEMO_PIN);
    wallet.seesExactly("支付成功", "Paid");
    org.assertj.core.api.Assertions.assertThat(before - balance()).isEqualTo(7_00);

    wallet.open("/security");
    wallet.press(named(speech, "移除 %s"), named(speech, "Remove %s"));
    wallet.sees("移除这个通行密钥？", "Remove this passkey?");
    wallet.picture("remove-passkey");
    wallet.page().locator("dialog button").last().click();
    assertThat(wallet.page().locator("dialog")).hasCount(0);
    wallet.doesNotSee(pocket(speech), pocket(speech));
  }

  @ParameterizedTest
  @EnumSource
  void whoPutsThePasskeyAwayIsAskedForWhatTheyHave(Speech speech) {
    String phone = speech.say("18830000101", "18830000202");
    Person newcomer = newcomer(phone);
    Screen wallet = browser(speech, PHONE);
    var device = new VirtualAuthenticator(wallet.page());
    wallet.open("/sign-in");
    wallet.page().getByText(wallet.say("密码登录", "Password")).first().click();
    wallet.fill("手机号", "Mobile number", phone);
    wallet.page().locator("input[type=password]").fill(DEMO_PASSWORD);
    wallet.page().locator("form button[type=submit]").click();
    wallet.isAt("/$");
    wallet.open("/security");
    wallet.press("添加通行密钥", "Add a passkey");
    wallet.sees("通行密钥已添加", "Passkey added");
    give(newcomer.id().value(), 20_00);

    device.recognises(false);
    begin(wallet, "3");
    wallet.press("确认付款 ¥3.00", "Pay ¥3.00");
    wallet.sees("没有用上通行密钥", "No passkey was used");
    wallet.sees("未扣款", "No money was taken");
    wallet.key("设置支付密码", "Set your PIN").waitFor();
    wallet.picture("passkey-put-away");
    device.recognises(true);
    wallet.press("确认付款 ¥3.00", "Pay ¥3.00");
    wallet.seesExactly("支付成功", "Paid");

    pins.setFirst(newcomer, NEW_PIN);
    wallet.open("/");
    device.recognises(false);
    begin(wallet, "4");
    wallet.press("确认付款 ¥4.00", "Pay ¥4.00");
    wallet.seesHeading("输入支付密码", "Enter your PIN");
    wallet.picture("pin-or-passkey");
    device.recognises(true);
    wallet.press("改用通行密钥", "Use a passkey instead");
    wallet.seesExactly("支付成功", "Paid");

    limits.place(Subject.person(newcomer.id().value()), Optional.of("class_3"), Optional.empty());
    give(newcomer.id().value(), 6_000_00);
    device.recognises(false);
    begin(wallet, "5000");
    wallet.press("确认付款 ¥5,000.00", "Pay ¥5,000.00");
    wallet.sees("这一笔只能用通行密钥确认", "Only your passkey confirms this");
    wallet.sees("未扣款", "No money was taken");
    wallet.key("设置更强的验证", "Set up stronger proof").waitFor();
    wallet.picture("passkey-only");
    device.recognises(true);
    wallet.press("确认付款 ¥5,000.00", "Pay ¥5,000.00");
    wallet.seesExactly("支付成功", "Paid");
  }

  private Person newcomer(String phone) {
    var made = people.register(Phone.parse(phone).orElseThrow(), "林小满", Optional.of(DEMO_PASSWORD));
    return ((Registration.Registered) made).person();
  }

  @Test
  void changesAskWhoItIsWhenThatWasLongAgo() {
    Screen wallet = browser(Speech.ZH, PHONE, ColorScheme.DARK);
    new VirtualAuthenticator(wallet.page());
    signIn(wallet, "/", PERSON);
    db().sql("update identity.session set proved_at = proved_at - interval '1 hour'").update();
    wallet.open("/security");
    wallet.press("添加通行密钥", "Add a passkey");
    wallet.seesHeading("确认是你本人", "Show that it is you");
    wallet.picture("prove");
    wallet.page().locator("dialog input[type=password]").fill("wrong");
    wallet.press("确认", "Confirm");
    wallet.sees("没有通过验证", "That did not match");
    wallet.page().locator("dialog input[type=password]").fill(DEMO_PASSWORD);
    wallet.press("确认", "Confirm");
    wallet.sees("通行密钥已添加", "Passkey added");
  }

  @Test
  void anAuthenticatorGuardsSigningInAndLargeAmounts() {
    Screen wallet = browser(Speech.EN, PHONE);
    signIn(wallet, "/", PERSON);
    wallet.open("/security");
    wallet.press("设置身份验证器", "Set up an authenticator app");
    wallet.press("下一步", "Next");
    byte[] secret = secretOn(wallet);
    wallet.picture("authenticator-secret");
    wallet.fill("它显示的 6 位数字", "The 6 digits it shows", Totp.code(secret, Instant.now()));
    wallet.press("确认", "Confirm");
    wallet.sees("只显示这一次", "They are shown only now");
    wallet.picture("recovery-codes");
    String recovery = wallet.page().locator("dialog li").first().textContent();
    wallet.press("我已存好", "I have kept them");
    wallet.sees("还剩 10 个", "10 left");
    wallet.picture("security-authenticator");

    signOut(wallet);
    signIn(wallet, "/", PERSON);
    wallet.seesHeading("再验证一步", "One more step");
    wallet.picture("second-step");
    wallet.fill("6 位验证码", "6-digit code", "000000");
    wallet.page().locator("form button[type=submit]").click();
    wallet.sees("没有通过验证", "That did not match");
    wallet.press("改用恢复码", "Use: Recovery code");
    wallet.page().getByLabel("Recovery code").fill(recovery);
    wallet.page().locator("form button[type=submit]").click();
    wallet.isAt("/$");

    db().sql("update identity.authenticator set last_step = 0").update();
    fund();
    long before = balance();
    begin(wallet, "5000");
    wallet.press("确认付款 ¥5,000.00", "Pay ¥5,000.00");
    wallet.enterPin(DEMO_PIN);
    wallet.seesHeading("再输入验证码", "And the code");
    wallet.picture("code-step");
    wallet.page().locator("dialog input").fill(Totp.code(secret, Instant.now()));
    wallet.page().locator("dialog form button[type=submit]").click();
    wallet.seesExactly("支付成功", "Paid");
    org.assertj.core.api.Assertions.assertThat(before - balance()).isEqualTo(5_000_00);
  }

  @Test
  void whoHasNothingStrongerIsToldWhereToSetItUp() {
    Screen wallet = browser(Speech.ZH, PHONE);
    signIn(wallet, "/", PERSON);
    fund();
    begin(wallet, "5000");
    wallet.press("确认付款 ¥5,000.00", "Pay ¥5,000.00");
    wallet.sees("这笔金额较大，需要更强的验证", "This amount needs stronger proof");
    wallet.picture("stronger-needed");
    wallet.press("设置更强的验证", "Set up stronger proof");
    wallet.isAt("/security");
  }

  @ParameterizedTest
  @EnumSource
  void staffAndOperatorsSignInWithPasskeysToo(Speech speech) {
    Screen till = browser(speech, DESK);
    new VirtualAuthenticator(till.page());
    signIn(till, "/merchant/", "bakery");
    till.open("/merchant/security");
    till.press("添加通行密钥", "Add a passkey");
    till.sees("通行密钥已添加", "Passkey added");
    till.picture("merchant-security");
    till.open("/merchant/store");
    till.press("退出登录", "Sign out");
    till.picture("merchant-sign-in");
    till.press("用通行密钥登录", "Sign in with a passkey");
    till.seesHeading("拾穗面包房", "Shisui Bakery");

    Screen desk = browser(speech, DESK);
    new VirtualAuthenticator(desk.page());
    signIn(desk, "/console/", "admin");
    desk.sees("账务差额", "Ledger difference");
    desk.open("/console/security");
    desk.press("添加通行密钥", "Add a passkey");
    desk.sees("通行密钥已添加", "Passkey added");
    desk.picture("console-security");
    desk.context().clearCookies();
    desk.open("/console/");
    desk.press("用通行密钥登录", "Sign in with a passkey");
    desk.sees("账务差额", "Ledger difference");
  }

  @ParameterizedTest
  @EnumSource
  void aCodeAloneDoesNotOpenAWalletOnANewDevice(Speech speech) {
    db().sql("delete from identity.one_time_code").update();
    signIn(browser(speech, PHONE), "/", PERSON);
    Screen wallet = browser(speech, PHONE);
    wallet.open("/sign-in");
    wallet.fill("手机号", "Mobile number", PERSON);
    wallet.press("获取验证码", "Send code");
    wallet.sees("6 位数字", "6 digits");
    wallet.page().locator("input[autocomplete=one-time-code]").fill(lastCode());
    wallet.press("登录", "Sign in");
    wallet.seesHeading("这台设备第一次登录", "This device is new");
    wallet.press("我有钱包，证明是我", "I have a wallet: prove it is me");
    wallet.sees("手机号可能在别人手里", "A phone number can end up with someone else");
    wallet.picture("new-device");
    wallet.page().locator("form input").fill(DEMO_PIN);
    wallet.page().locator("form button[type=submit]").click();
    wallet.isAt("/$");

    give(person().id().value(), 2_000_00);
    begin(wallet, "1001");
    wallet.press("确认付款 ¥1,001.00", "Pay ¥1,001.00");
    wallet.sees("新设备暂时只能付小额", "A new device moves small amounts for now");
    wallet.picture("new-device-limit");
  }

  private String lastCode() {
    return new TestBrowser(port(), "wallet").lastCode(person().phone().orElseThrow().e164());
  }

  private static String pocket(Speech speech) {
    return speech.say("口袋里的手机", "Pocket phone");
  }

  private static String named(Speech speech, String words) {
    return words.formatted(pocket(speech));
  }

  private void rename(Screen wallet) {
    wallet
        .page()
        .getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Page.GetByRoleOptions()
                .setName(java.util.regex.Pattern.compile(wallet.say("^给 .* 改名$", "^Rename "))))
        .click();
    String name = wallet.say("口袋里的手机", "Pocket phone");
    wallet.page().locator("dialog input").fill(name);
    wallet.press("保存", "Save");
    wallet.seesText(name);
    assertThat(wallet.page().locator("dialog")).hasCount(0);
  }

  private static void signOut(Screen wallet) {
    wallet.open("/me");
    wallet.press("退出登录", "Sign out");
    wallet.isAt("/sign-in");
  }

  /** At the confirm sheet of a payment of this many yuan. */
  private void begin(Screen wallet, String yuan) {
    wallet.open("/pay?code=" + URLEncoder.encode(counterCode(), StandardCharsets.UTF_8));
    wallet.sees("拾穗面包房", "Shisui Bakery");
    wallet.type(yuan);
    wallet.press("下一步", "Next");
    wallet.seesHeading("确认付款", "Confirm payment");
  }

  /** What the authenticator app would have scanned. */
  private static byte[] secretOn(Screen screen) {
    Locator shown = screen.page().locator("code").first();
    return base32(shown.textContent().replace(" ", ""));
  }

  static byte[] base32(String text) {
    var bytes = new java.io.ByteArrayOutputStream();
    int bits = 0;
    int count = 0;
    for (char letter : text.toCharArray()) {
      bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      count += 5;
      if (count >= 8) {
        count -= 8;
        bytes.write(bits >> count);
      }
    }
    return bytes.toByteArray();
  }

  private String counterCode() {
    var store =
        db().sql("select store from payment.payee where name = '拾穗面包房' order by store limit 1")
            .query(UUID.class)
            .single();
    return codes.draw(payees.find(new StoreId(store)).orElseThrow());
  }

  private Person person() {
    return people.byPhone(Phone.parse(PERSON).orElseThrow()).orElseThrow();
  }

  private long balance() {
    return ledger().balance(accounts.of(person().id().value())).posted();
  }

  /** Enough for a large amount, by devices that have been known for a while. */
  private void fund() {
    db().sql("update identity.session set cooling_until = null").update();
    give(person().id().value(), 6_000_00);
  }
}
