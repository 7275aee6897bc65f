package dev.qiao.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A short run of everything on a real PostgreSQL: no figure of it means anything. */
class LedgerBenchTest {
  private static final String[] SHORT = {
    "--seconds=1", "--rounds=1", "--warm-up=0", "--accounts=50", "--scale=1", "--yardstick=jdbc"
  };

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void measuresAllScenariosAndAuditsEach() throws Exception {
    Path json = folder.resolve("figures.json");

    assertThat(run("--json", json.toString())).isZero();

    assertThat(lines().getLast())
        .matches(
            "ledger: [1-9][0-9]* postings/s, [0-9]+\\.[0-9]x jdbc, hot [0-9]+\\.[0-9]{2},"
                + " p99 [0-9]+\\.[0-9] ms at half load, audit ok");
    assertThat(lines()).filteredOn(line -> line.endsWith(" 0 differences")).hasSize(9);
    assertThat(lines()).noneMatch(line -> line.contains("NaN") || line.contains("failed"));
    JsonNode figures = JsonMapper.builder().build().readTree(Files.readString(json));
    assertThat(figures.path("runs").size()).isEqualTo(9);
    assertThat(figures.path("setting").path("postgres").path("fsync").asString()).isEqualTo("on");
    for (JsonNode run : figures.path("runs")) {
      assertThat(run.path("posted").asLong()).as(run.path("scenario").asString()).isPositive();
      assertThat(run.path("refused").asLong()).isZero();
    }
  }

  @Test
  void keepsWhatWasPreloaded() throws Exception {
    String[] options = {
      "--scenarios=uniform", "--yardstick=none", "--preload=1200", "--data=" + folder.resolve("d")
    };
    assertThat(run(options)).isZero();
    assertThat(text(out)).contains("preloaded 1,200 postings").contains("gate stored 0.80:");

    out.reset();
    assertThat(run(options)).isZero();
    assertThat(text(out)).contains("preloaded before: 1,200 postings");

    options[2] = "--preload=1300";
    assertThat(run(options)).isEqualTo(2);
    assertThat(text(err))
        .contains("qiao: There are 1,200 postings in 12 months preloaded, not 1,300 postings");
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    assertThat(run("--colour=red")).isEqualTo(2);
    assertThat(text(err).lines()).hasSize(1);
    assertThat(text(err)).startsWith("qiao: There is no option \"--colour\"");
  }

  private int run(String... more) throws Exception {
    List<String> all = new ArrayList<>(List.of(SHORT));
    for (String option : more) {
      all.removeIf(one -> one.split("=")[0].equals(option.split("=")[0]));
      all.add(option);
    }
    return LedgerBench.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        all.toArray(String[]::new));
  }

  private List<String> lines() {
    return text(out).lines().toList();
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
