package dev.qiao.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/reference/asvs.md} honest: what it names is there. */
class AsvsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/reference/asvs.md");
  private static final List<String> STATES =
      List.of("tested", "documented", "does not apply", "not yet");

  private record Row(String number, String level, String words, String state, String evidence) {}

  @Test
  void everyRequirementOfLevelsOneAndTwoIsThereOnce() throws IOException {
    assertThat(rows().stream().map(row -> row.number() + " " + row.level()).toList())
        .containsExactlyElementsOf(requirements());
    assertThat(rows())
        .allSatisfy(
            row -> {
              assertThat(row.state()).as(row.number()).isIn(STATES);
              assertThat(row.words()).as(row.number()).isNotBlank();
              assertThat(row.evidence()).as(row.number()).isNotBlank();
            });
  }

  @Test
  void everyTestThatIsNamedExists() {
    assertThat(rows().stream().filter(row -> row.state().equals("tested")).toList())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(exists(row.evidence())).as("%s", row).isTrue());
  }

  @Test
  void everyPageThatIsNamedExists() {
    assertThat(rows().stream().filter(row -> row.state().equals("documented")).toList())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(ROOT.resolve(plain(row.evidence()))).exists());
  }

  @Test
  void theCountsAreRight() throws IOException {
    for (String level : List.of("1", "2")) {
      Map<String, Long> counts =
          rows().stream()
              .filter(row -> row.level().equals(level))
              .collect(Collectors.groupingBy(Row::state, TreeMap::new, Collectors.counting()));
      String line =
          STATES.stream()
              .map(state -> String.valueOf(counts.getOrDefault(state, 0L)))
              .collect(Collectors.joining(" | ", "| " + level + " | ", " |"));
      assertThat(Files.readString(PAGE)).contains(line);
    }
  }

  /** Whether {@code Name#claim} or {@code a.package.Name#claim} is a test of this repository. */
  private static boolean exists(String evidence) {
    String[] parts = plain(evidence).split("#", -1);
    assertThat(parts).as(evidence).hasSize(2);
    Pattern claim =
        Pattern.compile(
            "@(Test|ParameterizedTest)\\b(?:(?!\\bvoid\\b).)*\\bvoid "
                + Pattern.quote(parts[1])
                + "\\(",
            Pattern.DOTALL);
    List<Path> files = files(parts[0].replace('.', '/') + ".java");
    assertThat(files).as(evidence).hasSize(1);
    return claim.matcher(read(files.getFirst())).find();
  }

  private static List<Path> files(String name) {
    return Stream.of("server", "postgres", "ledger")
        .map(module -> ROOT.resolve(module).resolve("src/test/java"))
        .flatMap(AsvsTest::walk)
        .filter(file -> file.endsWith(name))
        .toList();
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String plain(String evidence) {
    return evidence.replace("`", "");
  }

  private static List<Row> rows() {
    return read(PAGE)
        .lines()
        .filter(line -> line.matches("\\| \\d+\\.\\d+\\.\\d+ .*"))
        .map(line -> line.substring(2, line.length() - 2).split(" \\| ", -1))
        .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], cells[4]))
        .toList();
  }

  /** The standard's numbers, each with its level. */
  private static Set<String> requirements() throws IOException {
    try (InputStream list = AsvsTest.class.getResourceAsStream("/asvs-5.0.0-levels.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
  }
}
