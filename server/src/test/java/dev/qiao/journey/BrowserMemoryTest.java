package dev.qiao.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a browser keeps of us, and what it may do for people. */
@DemoServer
class BrowserMemoryTest extends Journey {
  private static final String PERSON = "13800138001";
  private static final String NAME = "陈知远";

  /** As the wallet shows it; the sign-in page of the demo offers names and whole numbers. */
  private static final String MASKED = "138****8001";

  /** All that scripts can read, of every kind of storage. */
  private static final String STORED =
      """
      async () => JSON.stringify([
        {...localStorage}, {...sessionStorage}, document.cookie,
        await indexedDB.databases(), await caches.keys(),
        (await navigator.serviceWorker.getRegistrations()).length
      ])
      """;

  @Test
  void nothingOfASessionIsLeftWhenItEnds() {
    Screen wallet = browser(Speech.ZH, PHONE);
    signIn(wallet, "/", PERSON);
    wallet.open("/activity");
    assertThat(wallet.page().locator("main li").first()).isVisible();
    wallet.open("/me");
    wallet.seesText(NAME);
    wallet.seesText(MASKED);
    wallet.page().getByText("深色").first().click();
    String during = stored(wallet);
    Assertions.assertThat(during)
        .contains("qiao.")
        .doesNotContain(NAME, "8001", "csrf", "per_", "¥");

    Response ended =
        wallet
            .page()
            .waitForResponse(
                answer ->
                    answer.url().endsWith("/v1/session")
                        && answer.request().method().equals("DELETE"),
                () -> wallet.press("退出登录", "Sign out"));
    Assertions.assertThat(ended.headerValue("Clear-Site-Data")).isEqualTo("\"cache\"");
    assertThat(wallet.page().locator("input[autocomplete=username]")).isVisible();
    Assertions.assertThat(wallet.page().content()).doesNotContain(MASKED);
    Assertions.assertThat(stored(wallet)).doesNotContain(NAME, "8001");
    Assertions.assertThat(wallet.context().cookies())
        .extracting(cookie -> cookie.name)
        .doesNotContain("qiao_wallet");

    for (String way : List.of("back", "reload", "address")) {
      switch (way) {
        case "back" -> wallet.page().goBack();
        case "reload" -> wallet.page().reload();
        default -> wallet.open("/activity");
      }
      assertThat(wallet.page()).hasURL(Pattern.compile("/sign-in"));
      assertThat(wallet.page().getByText(MASKED)).hasCount(0);
    }
  }

  @Test
  void passwordsMayBePastedAndFilledInByManagers() {
    for (String app : List.of("/", "/merchant/", "/console/")) {
      Screen screen = browser(Speech.EN, PHONE);
      screen.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      screen.open(app);
      if (app.equals("/")) {
        screen.page().getByText(screen.say("密码登录", "With a password")).first().click();
      }
      Locator login = screen.page().locator("input[autocomplete=username]");
      Locator password = screen.page().locator("input[autocomplete=current-password]");
      assertThat(login).hasCount(1);
      assertThat(password).hasAttribute("type", "password");
      paste(screen.page(), login, "somebody-long");
      paste(screen.page(), password, "Aa1!" + "pasted from a manager ".repeat(4));
      Assertions.assertThat(password.inputValue()).hasSizeGreaterThan(64);
    }
  }

  @Test
  void aNewPasswordIsPastedToo() {
    Screen wallet = browser(Speech.EN, PHONE);
    wallet.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    signIn(wallet, "/", PERSON);
    wallet.open("/security");
    wallet.press("修改密码", "Change password");
    Locator field = wallet.page().locator("input[autocomplete=new-password]");
    assertThat(field).hasAttribute("maxlength", "128");
    paste(
        wallet.page(),
        field,
        "a generated one, of more than sixty-four characters: 0123456789abcdef");
  }

  private static void paste(Page page, Locator field, String text) {
    page.evaluate("text => navigator.clipboard.writeText(text)", text);
    field.click();
    field.fill("");
    page.keyboard().press("Control+V");
    assertThat(field).hasValue(text);
  }

  private static String stored(Screen screen) {
    return (String) screen.page().evaluate(STORED);
  }
}
