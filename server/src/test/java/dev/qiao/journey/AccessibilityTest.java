package dev.qiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Nobody is kept out: axe finds nothing on any route of the three apps. */
@DemoServer
class AccessibilityTest extends Journey {
  private static final String PERSON = "13800138000";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Whether nothing moves any more but what moves for ever. */
  private static final String STILL =
      "document.getAnimations().every(one => one.playState !== 'running' || one.effect.getTiming().iterations === Infinity)";

  /** What a theme can break: the rest is the same in the light and in the dark. */
  private static final List<String> RULES_OF_THEMES =
      List.of("color-contrast", "link-in-text-block");

  @ParameterizedTest
  @EnumSource(Speech.class)
  void theWalletKeepsNobodyOut(Speech speech) {
    Screen screen = browser(speech, PHONE, ColorScheme.LIGHT);
    List<String> found = new ArrayList<>(look(screen, "/sign-in"));
    found.addAll(look(screen, "/inbox"));
    found.addAll(look(screen, "/freeze#token"));
    found.addAll(look(screen, "/recovery"));
    screen.press("申请找回钱包", "Apply to get my wallet back");
    found.addAll(violations(screen, "/recovery, applying"));
    found.addAll(look(screen, "/recovery/cancel#none"));
    signIn(screen, "/", PERSON);
    for (String route :
        List.of(
            "/",
            "/activity",
            "/me",
            "/scan",
            "/transfer",
            "/top-up",
            "/withdraw",
            "/receive",
            "/pin",
            "/security",
            "/held",
            "/check-up",
            "/contact",
            "/contacts",
            "/privacy",
            "/verification",
            "/pay",
            "/no-such-page")) {
      found.addAll(look(screen, route));
    }
    for (String filter : List.of("out", "refund", "transfer", "top_up")) {
      found.addAll(look(screen, "/activity/" + latest(screen, filter)));
    }
    screen.open("/top-up");
    screen.page().locator("button[aria-haspopup=dialog]").click();
    found.addAll(violations(screen, "/top-up, choosing a bank"));
    screen.open("/contacts");
    screen.press("添加邮箱", "Add an email");
    screen.page().locator("dialog").waitFor();
    found.addAll(violations(screen, "/contacts, adding an email"));
    screen.open("/pin");
    screen.page().locator("main button").first().click();
    screen.page().locator("dialog").waitFor();
    found.addAll(violations(screen, "/pin, entering it"));
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Speech.class)
  void theMerchantAppKeepsNobodyOut(Speech speech) {
    List<String> found = new ArrayList<>();
    for (int[] size : List.of(PHONE, DESK)) {
      Screen screen = browser(speech, size, ColorScheme.LIGHT);
      found.addAll(look(screen, "/merchant/"));
      found.addAll(look(screen, "/merchant/welcome#token=unknown"));
      signIn(screen, "/merchant/", "bakery");
      for (String route :
          List.of(
              "",
              "entries",
              "code",
              "staff",
              "store",
              "verification",
              "security",
              "collect",
              "no-such-page")) {
        found.addAll(look(screen, "/merchant/" + route));
      }
      screen.open("/merchant/staff");
      screen.pressLike(screen.say("更改 阿宁", "Change what 阿宁"));
      screen.press("登录不了", "Cannot sign in");
      found.addAll(violations(screen, "/merchant/staff, who cannot sign in"));
      screen.open("/merchant/collect");
      screen.seesText("50,000.00");
      screen.type("12");
      screen.press("出示收款码", "Show code");
      screen.sees("等待顾客付款", "Waiting for the customer");
      found.addAll(violations(screen, "/merchant/collect/…"));
      screen.open("/merchant/entries");
      screen.page().locator("a[href*='/entries/pay_']").first().click();
      screen.isAt("/entries/pay_");
      found.addAll(violations(screen, "/merchant/entries/…"));
      screen.context().close();
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Speech.class)
  void theConsoleKeepsNobodyOut(Speech speech) {
    List<String> found = new ArrayList<>();
    for (int[] size : List.of(PHONE, DESK)) {
      Screen screen = browser(speech, size, ColorScheme.LIGHT);
      found.addAll(look(screen, "/console/"));
      found.addAll(look(screen, "/console/welcome#token=unknown"));
      signIn(screen, "/console/", "admin");
      for (String route :
          List.of(
              "",
              "payments",
              "merchants",
              "people",
              "recoveries",
              "verifications",
              "bank-moves",
              "audit",
              "proposals",
              "locks",
              "team",
              "security",
              "no-such-page")) {
        found.addAll(look(screen, "/console/" + route));
      }
      screen.open("/console/team");
      screen.pressLike(screen.say("让 乔安", "A new password for 乔安"));
      found.addAll(violations(screen, "/console/team, who cannot sign in"));
      screen.open("/console/merchants");
      Locator limits = screen.page().locator("main a[href$='/limits']").first();
      screen.open(limits.getAttribute("href"));
      screen.seesHeading("级别与限额", "Level and limits");
      screen.page().locator("main button[aria-label]").first().waitFor();
      found.addAll(violations(screen, "/console/merchants/…/limits"));
      screen.open("/console/merchants");
      screen.press("新商户", "New merchant");
      found.addAll(violations(screen, "/console/merchants, a new one"));
      screen.open("/console/payments");
      Locator payment = screen.page().locator("a[href*='/payments/']").first();
      screen.open(payment.getAttribute("href"));
      found.addAll(violations(screen, "/console/payments/…"));
      screen.open("/console/people");
      screen.page().locator("main input[type=search]").first().fill(PERSON);
      screen.page().keyboard().press("Enter");
      screen.page().locator("main a[href$='/limits']").first().click();
      screen.page().locator("main small").first().waitFor();
      found.addAll(violations(screen, "/console/people/…/limits"));
      screen.pressLike(speech.say("调整限额", "Change the limit"));
      found.addAll(violations(screen, "/console/people/…/limits, changing one"));
      screen.open("/console/people");
      screen.page().locator("main input[type=search]").first().fill(PERSON);
      screen.page().keyboard().press("Enter");
      screen.page().locator("main a[href*='/locks']").first().click();
      screen.seesHeading("设备与凭证", "Devices and credentials");
      found.addAll(violations(screen, "/console/locks?party=…"));
      screen.pressLike(speech.say("锁定：登录密码", "Lock: Password"));
      found.addAll(violations(screen, "/console/locks?party=…, locking a password"));
      screen.context().close();
    }
    assertThat(found).isEmpty();
  }

  private static String latest(Screen screen, String filter) {
    String body =
        screen
            .context()
            .request()
            .get(
                "/v1/activities?limit=1&filter=" + filter,
                RequestOptions.create().setHeader("Qiao-App", "wallet"))
            .text();
    return JSON.readTree(body).at("/items/0/id").asString();
  }

  private List<String> look(Screen screen, String route) {
    screen.open(route);
    return violations(screen, route);
  }

  /** One line for each place that breaks a rule, in the light or in the dark. */
  private static List<String> violations(Screen screen, String route) {
    // Event streams stay open, so the network never rests: what is read must be there.
    screen.page().waitForLoadState(LoadState.LOAD);
    screen.page().locator("h1, h2").first().waitFor();
    screen
        .page()
        .waitForCondition(
            () ->
                screen.page().locator("[aria-busy=true], [role=status][aria-label]").count() == 0);
    List<String> found = new ArrayList<>();
    found.addAll(broken(screen, route, axe(screen)));
    show(screen, ColorScheme.DARK);
    found.addAll(broken(screen, route + " in the dark", axe(screen).withRules(RULES_OF_THEMES)));
    show(screen, ColorScheme.LIGHT);
    return found;
  }

  private static void show(Screen screen, ColorScheme scheme) {
    screen.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    screen
        .page()
        .locator(
            "html[data-mantine-color-scheme=%s]".formatted(scheme.name().toLowerCase(Locale.ROOT)))
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
  }

  /** Runs in the page itself; there are no frames of others to reach. */
  private static AxeBuilder axe(Screen screen) {
    return new AxeBuilder(screen.page()).setLegacyMode(true);
  }

  /** The rule, the route, the selector. */
  private static List<String> broken(Screen screen, String route, AxeBuilder axe) {
    screen.page().waitForCondition(() -> Boolean.TRUE.equals(screen.page().evaluate(STILL)));
    return axe.analyze().getViolations().stream()
        .flatMap(
            rule ->
                rule.getNodes().stream()
                    .map(
                        node ->
                            rule.getId()
                                + " on "
                                + route
                                + " at "
                                + node.getTarget()
                                + ": "
                                + node.getHtml()))
        .toList();
  }
}
