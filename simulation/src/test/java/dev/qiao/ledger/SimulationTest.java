package dev.qiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimulationTest {
  private static final int SEEDS = 200;
  private static final int COMMANDS = 2_000;
  private static final long TIMES_MIN = 100;

  /** Why a posting may be refused that brings no rows of business. */
  private static final Set<Refusal> OF_A_POSTING =
      EnumSet.of(
          Refusal.ID_NOT_TIME_ORDERED,
          Refusal.ID_TOO_FAR_AHEAD,
          Refusal.ID_TOO_OLD,
          Refusal.NO_LEGS,
          Refusal.TOO_MANY_LEGS,
          Refusal.AMOUNT_NOT_POSITIVE,
          Refusal.SAME_ACCOUNT,
          Refusal.ACCOUNT_NOT_FOUND,
          Refusal.ALLOWANCE_NOT_FOUND,
          Refusal.UNIT_MISMATCH,
          Refusal.ACCOUNT_CLOSED,
          Refusal.FROZEN_FOR_DEBIT,
          Refusal.FROZEN_FOR_CREDIT,
          Refusal.ALLOWANCE_EXCEEDED,
          Refusal.INSUFFICIENT_FUNDS,
          Refusal.CEILING_EXCEEDED,
          Refusal.BALANCE_OUT_OF_RANGE);

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
    assertThat(everyResult())
        .allSatisfy(
            code ->
                assertThat(counts.getOrDefault(code, 0L))
                    .as(code)
                    .isGreaterThanOrEqualTo(TIMES_MIN));
  }

  /** Of commands, of orders for accounts, and of previews. */
  private static List<String> everyResult() {
    List<String> all =
        new ArrayList<>(List.of("companion_rejected", "unavailable", "overloaded", "crashed"));
    for (Refusal reason : Refusal.values()) {
      all.add(reason.code());
    }
    for (AccountRefusal reason : AccountRefusal.values()) {
      all.add("order." + reason.code());
    }
    all.addAll(List.of("order.changed", "order.unavailable", "order.crashed"));
    for (Refusal reason : OF_A_POSTING) {
      all.add("preview." + reason.code());
    }
    for (String what : List.of("", "order.", "preview.")) {
      all.addAll(List.of(what + "replayed", what + "id_reused"));
    }
    all.addAll(List.of("posted", "preview.posted"));
    return all;
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
    assertThat(everyResult())
        .allSatisfy(
            code -> assertThat(report).containsPattern(" " + Pattern.quote(code) + " +\\d{3,}\n"));
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
