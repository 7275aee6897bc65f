package dev.qiao.journey;

import com.microsoft.playwright.options.ColorScheme;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operators see how far the self-audit is, and each difference. */
@DemoServer
class LedgerAuditScreenTest extends Journey {
  private static final String SUBJECT =
      "account 17 (person:0198f2a4-7c11-7000-8000-5d2b1c9e4f30:CNY)";

  static Stream<Arguments> looks() {
    return Stream.of(Speech.values())
        .flatMap(
            speech ->
                Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                    .map(scheme -> Arguments.of(speech, scheme)));
  }

  @AfterEach
  void mends() {
    db().sql("update ledger.audit_difference set gone_at = seen_at").update();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void showsThePassesAndEachDifference(Speech speech, ColorScheme scheme) {
    for (int[] size : new int[][] {DESK, PHONE}) {
      Screen screen = browser(speech, size, scheme);
      signIn(screen, "/console/", "admin");
      screen.seesHeading("账本自查", "Ledger audit");
      screen.sees("整本账", "Whole ledger");
      screen.doesNotSee("应为", "Should be");
      String name = "ledger-audit-" + speech + "-" + scheme + "-" + size[0];
      toPanel(screen);
      screen.picture(name);

      differ();
      screen.open("/console/");
      screen.sees("1 处不符", "1 difference");
      screen.seesText(SUBJECT);
      screen.seesText("50,007");
      toPanel(screen);
      screen.picture(name + "-differs");
      mends();
      screen.context().close();
    }
  }

  private static void toPanel(Screen screen) {
    screen
        .page()
        .locator("section:has(h2:text-is('" + screen.say("账本自查", "Ledger audit") + "'))")
        .evaluate("panel => panel.scrollIntoView({ block: 'end' })");
  }

  /** As the self-audit writes it down. */
  private void differ() {
    db().sql(
            """
            insert into ledger.audit_difference (subject, figure, expected, actual, found_at, seen_at)
            values (:subject, 'posted', 50000, 50007, :now, :now)
            on conflict (subject, figure) do update set gone_at = null
            """)
        .param("subject", SUBJECT)
        .param("now", Timestamp.from(Instant.now()))
        .update();
  }
}
