package dev.qiao.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.identity.Attempts.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written down about guessing is what the program does. */
class GuessingPageTest {
  private static final Path PAGE = Path.of("../docs/reference/guessing.md");

  @Test
  void hasEveryLimitWithItsFigures() throws IOException {
    List<String> written =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.matches("\\| `[A-Z_]+` .*"))
            .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2)).strip())
            .toList();
    assertThat(written)
        .containsExactlyElementsOf(
            Arrays.stream(Limit.values()).map(GuessingPageTest::line).toList());
    assertThat(Files.readString(PAGE))
        .contains(
            "lives for "
                + OneTimeCodes.LIFE.toMinutes()
                + " minutes, takes "
                + OneTimeCodes.TRIES
                + " tries")
        .contains("one is sent in " + OneTimeCodes.RESEND_AFTER.toSeconds() + " seconds")
        .contains("takes " + SecondFactors.TRIES + " second factors")
        .contains("Every fifth wrong PIN");
    assertThat(Pins.TRIES).isEqualTo(5);
  }

  @Test
  void namesEveryWayToSignIn() throws IOException {
    List<String> written =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.matches("\\| `[a-z_]+` .*"))
            .map(line -> line.split("`")[1])
            .toList();
    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Factor.values()).map(Factor::text).toList());
  }

  private static String line(Limit limit) {
    Duration window = limit.window;
    String time = window.toHours() >= 1 ? window.toHours() + " h" : window.toMinutes() + " min";
    return "| `%s` | %d | %s".formatted(limit.name(), limit.max, time);
  }
}
