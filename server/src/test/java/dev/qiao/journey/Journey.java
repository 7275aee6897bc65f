package dev.qiao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.qiao.bank.LinkedAccounts;
import dev.qiao.bank.Safeguarding;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.AuditReport;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.Posting;
import dev.qiao.ledger.PostingId;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.PersonAccounts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People in browsers, on a running server with the built apps. */
abstract class Journey {
  static final int[] PHONE = {390, 844};
  static final int[] DESK = {1440, 900};
  static final String DEMO_PASSWORD = "qiao-demo-bridge-2026";
  static final String DEMO_PIN = "739152";
  static final String NEW_PIN = "258046";

  @LocalServerPort private int port;
  @Autowired private Ledger ledger;
  @Autowired private JdbcClient db;
  @Autowired private Safeguarding safeguarding;
  @Autowired private LinkedAccounts linkedAccounts;
  @Autowired private PersonAccounts accounts;
  @Autowired private Ids ids;
  private final List<BrowserContext> open = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  final int port() {
    return port;
  }

  /** Shows what people saw when something went wrong. */
  @RegisterExtension
  private final AfterTestExecutionCallback pictureOfFailure =
      test -> {
        if (test.getExecutionException().isPresent()) {
          open.stream().flatMap(context -> context.pages().stream()).forEach(Journey::keepFailure);
        }
      };

  private static void keepFailure(Page page) {
    Path folder = Path.of("target", "screenshots");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(folder.resolve("failed-" + System.nanoTime() + ".png")));
  }

  @BeforeAll
  static void theAppsAreBuilt() {
    assertThat(Journey.class.getResource("/static/wallet/index.html"))
        .as(
            "The web apps are missing: build them first, as ./qiao test does (npm run build in web/).")
        .isNotNull();
  }

  @AfterEach
  void close() {
    // Everybody comes from one address here, and would be told to wait.
    db.sql("delete from identity.attempt").update();
    open.forEach(BrowserContext::close);
    open.clear();
    assertThat(faults).as("what the browsers complained about").isEmpty();
  }

  @AfterEach
  void theBooksAreRight() {
    assertThat(ledger.audit()).matches(AuditReport::clean);
  }

  /** A browser of its own, in a language and a size. */
  Screen browser(Speech speech, int[] size) {
    return browser(speech, size, ColorScheme.LIGHT);
  }

  Screen browser(Speech speech, int[] size, ColorScheme scheme) {
    BrowserContext context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL("http://localhost:" + port)
                    .setLocale(speech == Speech.ZH ? "zh-CN" : "en-GB")
                    .setTimezoneId("Asia/Shanghai")
                    .setViewportSize(size[0], size[1])
                    .setColorScheme(scheme));
    context.setDefaultTimeout(20_000);
    context.onWebError(error -> faults.add(error.page().url() + ": " + error.error()));
    open.add(context);
    Page page = context.newPage();
    return new Screen(page, speech);
  }

  /** Signs in by one tap on a demo login, which everybody finds on the sign-in page. */
  void signIn(Screen screen, String app, String login) {
    screen.open(app);
    screen.page().locator("button", new Page.LocatorOptions().setHasText(login)).first().click();
    screen.page().locator("form button[type=submit]").click();
    screen
        .page()
        .locator("input[type=password]")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    if (app.equals("/console/")) {
      showDemoCode(screen);
    }
  }

  /** The second step of an operator, filled in by one tap as well. */
  private void showDemoCode(Screen screen) {
    // Its code of this half minute may have been used by another sign-in.
    db.sql("update identity.authenticator set last_step = 0").update();
    screen.picture("console-second-step");
    screen.press("填入演示验证码", "Fill in the demo code");
    Locator code = screen.page().locator("input[autocomplete=one-time-code]");
    PlaywrightAssertions.assertThat(code).hasValue(Pattern.compile("\\d{6}"));
    screen.page().locator("form button[type=submit]").click();
    code.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }

  /** Puts money into a wallet as the sandbox bank would. */
  void give(UUID person, long minor) {
    Unit unit = Unit.of("CNY");
    var bank = safeguarding.at(linkedAccounts.of(person).getFirst(), unit);
    var posting =
        Posting.of(new PostingId(ids.next()), "top_up", "test:" + person)
            .leg(bank, accounts.of(person), Money.of(minor, unit))
            .build();
    assertThat(ledger.post(posting)).isInstanceOf(PostResult.Posted.class);
  }

  JdbcClient db() {
    return db;
  }

  Ledger ledger() {
    return ledger;
  }
}
