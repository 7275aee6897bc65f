package dev.qiao.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.qiao.TestBrowser;
import dev.qiao.identity.People;
import dev.qiao.identity.Person;
import dev.qiao.identity.Phone;
import dev.qiao.identity.Pins;
import dev.qiao.identity.Registration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Getting back into a wallet, by people in a real browser. */
@DemoServer
class RecoveryJourneyTest extends Journey {
  private static final String PASSWORD = "bridge-over-water";
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Autowired private People people;
  @Autowired private Pins pins;

  @ParameterizedTest
  @EnumSource
  void aForgottenPinIsReplacedWithACode(Speech speech) {
    String phone = somebody(speech);
    Screen wallet = browser(speech, PHONE, scheme(speech));
    signInByPassword(wallet, phone);
    wallet.open("/pin?forgotten=true&next=/me");
    wallet.page().locator("main button").first().click();
    enterCode(wallet, phone);
    wallet.picture("pin-reset-code");
    wallet.press("下一步", "Next");
    wallet.seesHeading("输入新的六位支付密码", "Enter a new PIN of six digits");
    wallet.type("830174");
    wallet.seesHeading("再输入一次", "Enter it once more");
    wallet.type("830174");
    wallet.isAt("/me$");
    Screen inbox = wallet.another();
    inbox.open("/inbox#phone=" + phone);
    inbox.sees("支付密码已重设", "Payment PIN reset");
    inbox.picture("inbox-notice");
  }

  @ParameterizedTest
  @EnumSource
  void aPhoneIsChangedFromInside(Speech speech) {
    String phone = somebody(speech);
    String fresh = number();
    Screen wallet = browser(speech, PHONE, scheme(speech));
    signInByPassword(wallet, phone);
    wallet.open("/me");
    wallet.page().locator("a[href='/contacts']").click();
    wallet.sees("邮箱能收到提醒", "an email still gets the notices");
    wallet.picture("contacts");
    wallet.press("更换手机号", "Change number");
    wallet.sees("先证明现在的联系方式", "First show what you have now");
    wallet.picture("phone-present");
    wallet.page().locator("dialog form button[type=submit]").click();
    enterCode(wallet, phone);
    wallet.press("下一步", "Next");
    wallet.fill("新手机号", "New mobile number", fresh);
    wallet.page().locator("dialog form button[type=submit]").click();
    enterCode(wallet, fresh);
    wallet.picture("phone-new");
    wallet.page().locator("dialog form button[type=submit]").click();
    wallet.sees("手机号已更换", "Number changed");
    wallet.seesText(fresh.substring(7));
    wallet.picture("phone-changed");
  }

  @ParameterizedTest
  @EnumSource
  void anEmailIsAddedAndSignsInOnAnotherDevice(Speech speech) {
    String phone = somebody(speech);
    String email = "ming" + phone + "@example.org";
    Screen wallet = browser(speech, PHONE, scheme(speech));
    signInByPassword(wallet, phone);
    wallet.open("/contacts");
    wallet.press("添加邮箱", "Add an email");
    wallet.page().locator("dialog input[type=email]").fill(email);
    wallet.picture("email-add");
    wallet.page().locator("dialog form button[type=submit]").click();
    enterCode(wallet, email);
    wallet.picture("email-code");
    wallet.page().locator("dialog form button[type=submit]").click();
    wallet.sees("邮箱已添加", "Email added");
    wallet.seesText("m***@example.org");
    wallet.picture("email-added");

    Screen desk = browser(speech, DESK, scheme(speech));
    desk.open("/sign-in");
    desk.page().getByText(desk.say("密码登录", "Password")).first().click();
    desk.fill("手机号", "Mobile number", email);
    desk.page().locator("input[type=password]").fill(PASSWORD);
    desk.page().locator("form button[type=submit]").click();
    desk.isAt("/$");
  }

  @ParameterizedTest
  @EnumSource
  void aForgottenPasswordIsReplacedByWhoShowsThePin(Speech speech) {
    String phone = somebody(speech);
    Screen wallet = browser(speech, PHONE, scheme(speech));
    wallet.open("/sign-in");
    wallet.fill("手机号", "Mobile number", phone);
    wallet.press("获取验证码", "Send code");
    enterCode(wallet, phone);
    wallet.press("登录", "Sign in");
    wallet.seesHeading("这台设备第一次登录", "This device is new");
    wallet.press("我有钱包，证明是我", "I have a wallet: prove it is me");
    wallet.page().locator("input[type=password]").fill(NEW_PIN);
    wallet.page().locator("form button[type=submit]").first().click();
    wallet.isAt("/$");

    wallet.open("/security");
    wallet.press("修改密码", "Change password");
    wallet.picture("password-change");
    wallet.press("忘了现在的密码", "I forgot my current password");
    wallet.page().locator("input[autocomplete=new-password]").fill("lantern-under-ice");
    wallet.picture("password-forgotten");
    wallet.page().locator("dialog form button[type=submit]").click();
    wallet.sees("密码已更新", "Password changed");
    wallet.picture("password-changed");

    Screen desk = browser(speech, DESK, scheme(speech));
    desk.open("/sign-in");
    desk.page().getByText(desk.say("密码登录", "Password")).first().click();
    desk.fill("手机号", "Mobile number", phone);
    desk.page().locator("input[type=password]").fill("lantern-under-ice");
    desk.page().locator("form button[type=submit]").click();
    desk.isAt("/$");
  }

  @ParameterizedTest
  @EnumSource
  void aPasswordOnANewDeviceIsAskedForACodeToo(Speech speech) {
    ruleForPeople("on_new_device");
    try {
      String phone = somebody(speech);
      Screen wallet = browser(speech, PHONE, scheme(speech));
      wallet.open("/sign-in");
      wallet.page().getByText(wallet.say("密码登录", "Password")).first().click();
      wallet.fill("手机号", "Mobile number", phone);
      wallet.page().locator("input[type=password]").fill(PASSWORD);
      wallet.page().locator("form button[type=submit]").click();
      wallet.seesHeading("再验证一步", "One more step");
      wallet.picture("password-elsewhere");
      wallet.press("发送验证码", "Send a code");
      enterCode(wallet, phone);
      wallet.picture("password-elsewhere-code");
      wallet.press("登录", "Sign in");
      wallet.isAt("/$");
    } finally {
      ruleForPeople("if_enrolled");
    }
  }

  private void ruleForPeople(String rule) {
    db().sql("update identity.factor_policy set second_factor = ? where role = 'person'")
        .param(rule)
        .update();
  }

  @ParameterizedTest
  @EnumSource
  void aNumberThatWentToSomebodyElseOpensANewWallet(Speech speech) {
    String phone = somebody(speech);
    Screen old = browser(speech, DESK, scheme(speech));
    signInByPassword(old, phone);
    Screen stranger = browser(speech, PHONE, scheme(speech));
    stranger.open("/sign-in");
    stranger.fill("手机号", "Mobile number", phone);
    stranger.press("获取验证码", "Send code");
    enterCode(stranger, phone);
    stranger.press("登录", "Sign in");
    stranger.seesHeading("这台设备第一次登录", "This device is new");
    stranger.picture("recycled-new-device");
    stranger.press("开一个新钱包", "Open a new wallet");
    stranger.page().locator("input[autocomplete=name]").fill("Newcomer");
    stranger.press("注册", "Sign up");
    stranger.sees("这座桥上还没有人走过", "Nobody has crossed this bridge yet");

    old.open("/");
    old.sees("你的手机号已归别人使用", "Your number belongs to someone else now");
    old.picture("phone-lost");
    old.press("换一个手机号", "New number");
    old.isAt("/contacts");
    old.picture("contacts-phone-lost");
  }

  @ParameterizedTest
  @EnumSource
  void whoLostEverythingComesBackAfterAWeekAndACheck(Speech speech) {
    String phone = somebody(speech);
    Screen device = browser(speech, PHONE, scheme(speech));
    signInByPassword(device, phone);
    Screen fresh = browser(speech, PHONE, scheme(speech));
    apply(fresh, phone, speech);
    fresh.picture("recovery-waiting");

    device.open("/");
    device.sees("有人申请找回你的钱包", "Somebody asked to recover your wallet");
    device.picture("recovery-alert");
    device.press("停止申请", "Stop it");
    device.doesNotSee("有人申请找回你的钱包", "Somebody asked to recover your wallet");
    fresh.press("再看看", "Check again");
    fresh.sees("申请已被停止", "The application was stopped");
    fresh.picture("recovery-stopped");
    fresh.press("清除这次申请", "Clear this application");

    apply(fresh, phone, speech);
    approve(browser(speech, DESK, scheme(speech)));
    fresh.press("再看看", "Check again");
    fresh.sees("身份已核对", "Your identity is checked");
    db().sql(
            "update identity.recovery set applied_at = applied_at - interval '8 days',"
                + " due_at = due_at - interval '8 days' where state = 'approved'")
        .update();
    fresh.press("再看看", "Check again");
    fresh.sees("可以打开钱包了", "You can open the wallet now");
    fresh.picture("recovery-ready");
    String now = number();
    fresh.fill("手机号", "Mobile number", now);
    fresh.press("发送验证码", "Send a code");
    enterCode(fresh, now);
    fresh.press("打开钱包", "Open the wallet");
    fresh.isAt("/$");
    device.open("/me");
    device.isAt("/sign-in");
  }

  @ParameterizedTest
  @EnumSource
  void aLinkStopsWhatSomebodyElseBegan(Speech speech) {
    String phone = somebody(speech);
    apply(browser(speech, PHONE, scheme(speech)), phone, speech);
    Screen owner = browser(speech, PHONE, scheme(speech));
    owner.open("/inbox#phone=" + phone);
    owner.sees("有人申请找回钱包", "Somebody asked to recover the wallet");
    owner.press("停止申请", "Stop it");
    owner.isAt("/recovery/cancel");
    owner.seesHeading("停止申请", "Stop an application");
    owner.picture("recovery-link");
    owner.press("停止申请", "Stop it");
    owner.sees("已停止", "Stopped");
  }

  private void apply(Screen screen, String phone, Speech speech) {
    screen.open("/sign-in");
    screen.press("登录不了？", "Cannot sign in?");
    screen.isAt("/recovery");
    screen.picture("recovery-cases");
    screen.press("申请找回钱包", "Apply to get my wallet back");
    screen.fill("钱包的手机号或邮箱", "Number or email of the wallet", phone);
    screen.fill("钱包里的名字", "Name in the wallet", name(speech));
    screen.picture("recovery-apply");
    screen.press("先不填，直接申请", "Apply without one");
    screen.sees("申请已收到", "We have your application");
  }

  private void approve(Screen desk) {
    signIn(desk, "/console/", "admin");
    desk.open("/console/recoveries");
    desk.seesHeading("找回申请", "Recoveries");
    desk.picture("console-recoveries");
    desk.press("核对", "Check");
    desk.press("通过", "Approve");
    desk.sees("至少选两样", "Choose at least two");
    desk.page().getByLabel(desk.say("证件原件", "Original ID document")).check();
    desk.page().getByLabel(desk.say("本人视频", "Live video")).check();
    desk.fill("工单编号", "Case number", "CASE-7");
    desk.picture("console-recovery-decide");
    desk.press("通过", "Approve");
    desk.page().locator("dialog").waitFor(gone());
    desk.sees("已通过", "Approved");
  }

  private void signInByPassword(Screen screen, String phone) {
    screen.open("/sign-in");
    screen.page().getByText(screen.say("密码登录", "Password")).first().click();
    screen.fill("手机号", "Mobile number", phone);
    screen.page().locator("input[type=password]").fill(PASSWORD);
    screen.page().locator("form button[type=submit]").click();
    screen.isAt("/$");
  }

  private void enterCode(Screen screen, String phone) {
    Locator code = screen.page().locator("input[autocomplete=one-time-code]");
    code.waitFor();
    code.fill(new TestBrowser(port(), "wallet").lastCode(phone));
  }

  private String somebody(Speech speech) {
    String phone = number();
    Registration made =
        people.register(Phone.parse(phone).orElseThrow(), name(speech), Optional.of(PASSWORD));
    Person person = ((Registration.Registered) made).person();
    pins.setFirst(person, NEW_PIN);
    give(person.id().value(), 20_00);
    return phone;
  }

  private static String name(Speech speech) {
    return speech.say("梁小川", "Ada Byron");
  }

  private static String number() {
    return "1882%07d".formatted(NUMBERS.incrementAndGet() * 1009);
  }

  private static ColorScheme scheme(Speech speech) {
    return speech == Speech.ZH ? ColorScheme.LIGHT : ColorScheme.DARK;
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
  }
}
