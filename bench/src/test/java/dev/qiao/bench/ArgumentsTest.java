package dev.qiao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.bench.Arguments.Asked;
import dev.qiao.bench.Options.YardstickChoice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  @Test
  void measuresAllThreeTimesUnlessTold() {
    Options options = fit();

    assertThat(options.seconds()).isEqualTo(20);
    assertThat(options.rounds()).isEqualTo(3);
    assertThat(options.scenarios()).isEqualTo(Scenario.named());
    assertThat(options.accounts()).isEqualTo(100_000);
    assertThat(options.scale()).isEqualTo(50);
    assertThat(options.preload()).isZero();
    assertThat(options.yardstick()).isEqualTo(YardstickChoice.AUTO);
    assertThat(options.gates()).isFalse();
  }

  @Test
  void readsValuesBesideOrBehindTheirNames() {
    Options options =
        fit(
            "--seconds=5",
            "--rounds",
            "1",
            "--scenarios",
            "hot,uniform",
            "--preload=50_000_000",
            "--data",
            "kept",
            "--json=out.json",
            "--yardstick",
            "none",
            "--gates");

    assertThat(options.seconds()).isEqualTo(5);
    assertThat(options.rounds()).isEqualTo(1);
    assertThat(options.scenarios()).containsExactly(Scenario.UNIFORM, Scenario.HOT);
    assertThat(options.preload()).isEqualTo(50_000_000);
    assertThat(options.data()).contains(Path.of("kept"));
    assertThat(options.json()).contains(Path.of("out.json"));
    assertThat(options.yardstick()).isEqualTo(YardstickChoice.NONE);
    assertThat(options.gates()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--second 5 | There is no option \"--second\"",
        "--seconds | --seconds needs a value.",
        "--seconds 0 | --seconds needs a number from 1 to 3600, not \"0\".",
        "--rounds=x | --rounds needs a number from 1 to 99, not \"x\".",
        "--preload 50000001 | --preload needs a number from 0 to 50000000, not \"50000001\".",
        "--scenarios uniform,cold | There is no scenario \"cold\": there are uniform, uniform1m,",
        "--scenarios half | The scenario half needs uniform",
        "--preload 9 --scenarios hot | --preload needs the scenario uniform",
        "--yardstick mile | --yardstick is auto, pgbench, jdbc or none, not \"mile\".",
        "--json a --json b | --json is given twice.",
        "--gates=no | There is no option \"--gates\"",
      })
  void saysEachMistakeInALine(String line, String expected) {
    List<String> lines = mistakes(line.split(" "));

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).startsWith(expected).doesNotContain("\n");
  }

  @Test
  void saysAllMistakesAtOnce() {
    assertThat(mistakes("--seconds", "x", "--rounds", "y", "--colour", "--gates")).hasSize(3);
  }

  private static Options fit(String... arguments) {
    return ((Asked.Fit) Arguments.read(arguments)).options();
  }

  private static List<String> mistakes(String... arguments) {
    return ((Asked.Mistaken) Arguments.read(arguments)).lines();
  }
}
