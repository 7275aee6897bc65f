package dev.qiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Nobody is kept out: axe finds nothing on any route of the three apps. */
@DemoServer
class AccessibilityTest extends Journey {
  private static final String PERSON = "13800138000";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Whether nothing moves any more but what moves for ever. */
  private static final String STILL =
      "document.getAnimations().every(one => one.playState !== 'running' || one.effect.getTiming().iterations === Infinity)";

  static Stream<Arguments> looks() {
    return Stream.of(Speech.values())
        .flatMap(
            speech ->
                Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                    .map(scheme -> Arguments.of(speech, scheme)));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void theWalletKeepsNobodyOut(Speech speech, ColorScheme scheme) {
    Screen screen = browser(speech, PHONE, scheme);
    List<String> found = new ArrayList<>(look(screen, "/sign-in"));
    found.addAll(look(screen, "/inbox"));
    found.addAll(look(screen, "/freeze#token"));
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
            "/privacy",
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
    screen.open("/pin");
    screen.page().locator("main button").first().click();
    screen.page().locator("dialog").waitFor();
    found.addAll(violations(screen, "/pin, entering it"));
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void theMerchantAppKeepsNobodyOut(Speech speech, ColorScheme scheme) {
    List<String> found = new ArrayList<>();
    for (int[] size : List.of(PHONE, DESK)) {
      Screen screen = browser(speech, size, scheme);
      found.addAll(look(screen, "/merchant/"));
      found.addAll(look(screen, "/merchant/welcome#token=unknown"));
      signIn(screen, "/merchant/", "bakery");
      for (String route :
          List.of("", "entries", "code", "staff", "store", "security", "collect", "no-such-page")) {
        found.addAll(look(screen, "/merchant/" + route));
      }
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
  @MethodSource("looks")
  void theConsoleKeepsNobodyOut(Speech speech, ColorScheme scheme) {
    List<String> found = new ArrayList<>();
    for (int[] size : List.of(PHONE, DESK)) {
      Screen screen = browser(speech, size, scheme);
      found.addAll(look(screen, "/console/"));
      found.addAll(look(screen, "/console/welcome#token=unknown"));
      signIn(screen, "/console/", "admin");
      for (String route :
          List.of(
              "",
              "payments",
              "merchants",
              "people",
              "bank-moves",
              "audit",
              "security",
              "no-such-page")) {
        found.addAll(look(screen, "/console/" + route));
      }
      screen.open("/console/merchants");
      screen.press("新商户", "New merchant");
      found.addAll(violations(screen, "/console/merchants, a new one"));
      screen.open("/console/payments");
      Locator payment = screen.page().locator("a[href*='/payments/']").first();
      screen.open(payment.getAttribute("href"));
      found.addAll(violations(screen, "/console/payments/…"));
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

  /** One line for each place that breaks a rule: the rule, the route, the selector. */
  private static List<String> violations(Screen screen, String route) {
    // Event streams stay open, so the network never rests: what is read must be there.
    screen.page().waitForLoadState(LoadState.LOAD);
    screen.page().locator("h1, h2").first().waitFor();
    screen
        .page()
        .waitForCondition(
            () ->
                screen.page().locator("[aria-busy=true], [role=status][aria-label]").count() == 0);
    screen.page().waitForCondition(() -> Boolean.TRUE.equals(screen.page().evaluate(STILL)));
    return new AxeBuilder(screen.page())
        .analyze().getViolations().stream()
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
