package dev.qiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
  private static final int SEEDS = 200;
  private static final int COMMANDS = 2_000;
  private static final long TIMES_MIN = 100;

  /** How many seeds a planted bug may survive. */
  private static final int SEEDS_UNTIL_FOUND = 10;

  @Test
  void holdsWhateverHappensAndGivesEveryAnswer() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Simulate simulate = new Simulate(print(out), 1, SEEDS, COMMANDS, Plant.NOTHING);

    assertThat(simulate.run()).as("%s", out).isTrue();
    assertThat(out.toString(StandardCharsets.UTF_8).strip())
        .matches("(?s).*simulate: 200 seeds, 400000 commands, [5-7]\\d % posted, 0 violations");
    Map<String, Long> counts = simulate.counts();
    assertThat(Arrays.stream(Refusal.values()).map(Refusal::code))
        .allSatisfy(
            code ->
                assertThat(counts.getOrDefault(code, 0L))
                    .as(code)
                    .isGreaterThanOrEqualTo(TIMES_MIN));
    for (String result :
        new String[] {
          "posted",
          "replayed",
          "id_reused",
          "companion_rejected",
          "unavailable",
          "overloaded",
          "crashed"
        }) {
      assertThat(counts).containsKey(result);
      assertThat(counts.get(result)).as(result).isGreaterThanOrEqualTo(TIMES_MIN);
    }
  }

  @Test
  void runsTheSameWayFromTheSameSeed() {
    for (long seed : new long[] {7, 20_261_128}) {
      assertThat(new Simulation(seed, COMMANDS, Plant.NOTHING).run().trace())
          .isEqualTo(new Simulation(seed, COMMANDS, Plant.NOTHING).run().trace())
          .isNotEqualTo(new Simulation(seed + 1, COMMANDS, Plant.NOTHING).run().trace());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTHING")
  void findsABugThatWasPlanted(Plant plant) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    boolean isClean = new Simulate(print(out), 1, SEEDS_UNTIL_FOUND, COMMANDS, plant).run();

    assertThat(isClean).isFalse();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Again: ./qiao simulate ", " --plant " + plant.code())
        .doesNotContain(" 0 violations");
  }

  /** A run that ended well, in which everything occurred, and every bug that can be planted. */
  @Test
  void isReportedInTheReference() throws IOException {
    String page = Files.readString(Path.of("../docs/reference/simulation.md"));
    String report = page.substring(page.indexOf("<!-- report"), page.indexOf("<!-- /report"));
    assertThat(report)
        .containsPattern("simulate: 200 seeds, 400000 commands, \\d+ % posted, 0 violations");
    assertThat(Arrays.stream(Refusal.values()).map(Refusal::code))
        .allSatisfy(code -> assertThat(report).containsPattern(" " + code + " +\\d{3,}\n"));
    assertThat(Arrays.stream(Plant.values()).filter(plant -> plant != Plant.NOTHING))
        .allSatisfy(plant -> assertThat(page).contains("| `" + plant.code() + "` |"));
  }

  @Test
  void refusesWhatItDoesNotUnderstand() {
    PrintStream out = print(new ByteArrayOutputStream());
    assertThatThrownBy(() -> Simulate.of(out, "--speed", "3"))
        .hasMessageContaining("no option \"--speed\"");
    assertThatThrownBy(() -> Simulate.of(out, "--seeds")).hasMessageContaining("A whole number");
    assertThatThrownBy(() -> Simulate.of(out, "--seeds", "0"))
        .hasMessageContaining("A whole number");
    assertThatThrownBy(() -> Simulate.of(out, "--plant", "rose"))
        .hasMessageContaining("lost-update");
  }

  private static PrintStream print(ByteArrayOutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }
}
