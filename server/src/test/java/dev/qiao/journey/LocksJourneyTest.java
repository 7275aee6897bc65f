package dev.qiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An operator locks somebody's passkey and browser; the person is out, and in again when unlocked.
 */
@DemoServer
class LocksJourneyTest extends Journey {
  private static final String PERSON = "13800138001";

  @AfterEach
  void forgetFactors() {
    db().sql("delete from identity.passkey").update();
    db().sql("update identity.known_device set locked_at = null").update();
    db().sql("delete from identity.credential_change").update();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLockedOpensNothingUntilItIsUnlocked(Speech speech) {
    ColorScheme scheme = speech == Speech.ZH ? ColorScheme.LIGHT : ColorScheme.DARK;
    Screen wallet = browser(speech, PHONE, scheme);
    var device = new VirtualAuthenticator(wallet.page());
    signIn(wallet, "/", PERSON);
    wallet.open("/security");
    wallet.press("添加通行密钥", "Add a passkey");
    wallet.sees("通行密钥已添加", "Passkey added");
    assertThat(device.passkeys()).isEqualTo(1);

    Screen desk = browser(speech, DESK, scheme);
    signIn(desk, "/console/", "risk");
    desk.open("/console/people");
    desk.page().locator("main input[type=search]").first().fill(PERSON);
    desk.page().keyboard().press("Enter");
    desk.page().locator("main a[href*='/locks']").first().waitFor();
    desk.picture("people-locks");
    desk.page().locator("main a[href*='/locks']").first().click();
    desk.seesHeading("设备与凭证", "Devices and credentials");
    desk.picture("ways-in");

    // The passkey: it is out, and signs nobody in; the password still does.
    turn(desk, "锁定：通行密钥", "Lock: Passkey", "锁定", "Lock", "way-in-locking");
    desk.picture("way-in-locked");
    wallet.open("/me");
    wallet.isAt("/sign-in");
    wallet.press("用通行密钥登录", "Sign in with a passkey");
    wallet.sees("通行密钥没有通过", "The passkey was not accepted");
    wallet.picture("locked-passkey-refused");
    signIn(wallet, "/", PERSON);
    wallet.open("/security");
    wallet.sees("平台已停用", "Locked by the platform");
    wallet.picture("locked-passkey");

    // The browser: out again, and the password does not help there.
    desk.page().reload();
    turn(desk, "锁定：设备", "Lock: Device", "锁定", "Lock", "device-locking");
    wallet.open("/me");
    wallet.isAt("/sign-in");
    tryToSignIn(wallet);
    wallet.sees("这台设备已被平台停用", "The platform locked this device");
    wallet.picture("locked-device-refused");
    Screen other = browser(speech, DESK, scheme);
    signIn(other, "/", PERSON);
    other.open("/security");
    Locator locked =
        other
            .page()
            .getByRole(AriaRole.LISTITEM)
            .filter(
                new Locator.FilterOptions()
                    .setHasText(other.say("平台已停用", "Locked by the platform")));
    PlaywrightAssertions.assertThat(locked).hasCount(2);
    locked.last().scrollIntoViewIfNeeded();
    other.picture("locked-device");
    other.open("/check-up");
    other.sees("平台停用了一台设备或一种凭证", "A device or credential locked by the platform");
    Screen phone = browser(speech, PHONE, scheme);
    signIn(phone, "/console/", "risk");
    phone.open(desk.page().url().replaceFirst("^https?://[^/]+", ""));
    phone.seesHeading("设备与凭证", "Devices and credentials");
    phone.picture("ways-in-phone");

    // Unlocked, both open again.
    turn(desk, "解锁：设备", "Unlock: Device", "解锁", "Unlock", "device-unlocking");
    turn(desk, "解锁：通行密钥", "Unlock: Passkey", "解锁", "Unlock", "passkey-unlocking");
    wallet.open("/sign-in");
    wallet.press("用通行密钥登录", "Sign in with a passkey");
    wallet.isAt("/(me)?$");

    Screen admin = browser(speech, DESK, scheme);
    signIn(admin, "/console/", "admin");
    admin.open("/console/team");
    admin.page().locator("main a[href*='/locks']").first().waitFor();
    admin.picture("team-locks");
    admin.open("/console/audit");
    admin.sees("锁定设备或凭证", "Locked a device or credential");
    admin.picture("way-in-audit");
  }

  /** Opens the sheet of the first row of this kind, gives a reason and does it. */
  private static void turn(
      Screen desk, String zh, String en, String verbZh, String verbEn, String picture) {
    desk.page()
        .getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName(Pattern.compile("^" + desk.say(zh, en))))
        .first()
        .click();
    Locator sheet = desk.page().locator("dialog");
    sheet.locator("input").first().fill("CASE-2026-311");
    desk.picture(picture);
    sheet
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName(desk.say(verbZh, verbEn)).setExact(true))
        .click();
    desk.sees("已生效", "In effect");
    desk.press("完成", "Done");
    desk.page()
        .locator("dialog")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  private static void tryToSignIn(Screen wallet) {
    wallet.open("/");
    wallet.page().locator("button", new Page.LocatorOptions().setHasText(PERSON)).first().click();
    wallet.page().locator("form button[type=submit]").click();
  }
}
