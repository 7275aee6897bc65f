package dev.qiao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pages for operators and integrators name is there: codes, paths, and other names. */
class ReferencePagesTest {
  private static final Path ROOT = Path.of("..");
  private static final JsonNode API =
      JsonMapper.builder().build().readTree(ROOT.resolve("docs/reference/openapi.json").toFile());
  private static final Set<String> CODES =
      Arrays.stream(ErrorCode.values()).map(ErrorCode::code).collect(Collectors.toSet());

  /** Names of what comes from elsewhere. */
  private static final Set<String> OTHERS = Set.of("pg_basebackup");

  private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)+");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");
  private static final Pattern PATH =
      Pattern.compile("(?:(GET|POST|PUT|PATCH|DELETE) )?(/v1/[A-Za-z0-9/{}_-]+)");

  static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : new String[] {"docs/reference", "docs/operating"}) {
      try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    return pages.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPathThatAPageNamesIsInTheDescription(Path page) throws IOException {
    for (String text : quoted(Files.readString(page))) {
      Matcher path = PATH.matcher(text);
      if (path.matches()) {
        assertThat(isDescribed(path.group(2), path.group(1))).as(text).isTrue();
      }
    }
  }

  /** Ids may stand in a path, or what they are called. */
  private static boolean isDescribed(String path, String method) {
    String shape = path.replaceAll("\\{[^}]*}", "{}");
    return API.path("paths")
        .propertyStream()
        .filter(known -> known.getKey().replaceAll("\\{[^}]*}", "{}").equals(shape))
        .anyMatch(known -> method == null || known.getValue().has(method.toLowerCase(Locale.ROOT)));
  }

  /** A name in small letters is a code, or something that the program itself knows by that name. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyNameOnAPageIsOneThatTheProgramKnows(Path page) throws IOException {
    for (String text : quoted(Files.readString(page))) {
      if (NAME.matcher(text).matches() && !OTHERS.contains(text)) {
        assertThat(Program.NAMES).as("%s names `%s`", page.getFileName(), text).contains(text);
      }
    }
  }

  /** Where a page says what is answered otherwise, every name is a code. */
  @Test
  void whatIsAnsweredWhenThingsDoNotFitIsACode() throws IOException {
    List<String> rows =
        Files.readAllLines(ROOT.resolve("docs/reference/combined-input.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| act "))
            .toList();
    assertThat(rows).hasSizeGreaterThan(10);
    for (String row : rows) {
      String[] cells = row.split("\\|");
      List<String> answers = quoted(cells[3]);
      assertThat(answers.isEmpty() && !cells[3].contains("404")).as(row).isFalse();
      for (String answer : answers) {
        boolean known =
            answer.endsWith("…")
                ? CODES.stream().anyMatch(code -> code.startsWith(answer.replace("…", "")))
                : CODES.contains(answer);
        assertThat(known).as("%s in %s", answer, row).isTrue();
      }
    }
  }

  @Test
  void aNameThatIsGoneIsFound() {
    assertThat(Program.NAMES).contains("limit_reached", "documents_expire_on");
    assertThat(Program.NAMES).doesNotContain("name_that_" + "never_was");
    assertThat(isDescribed("/v1/nothing/of/this", null)).isFalse();
    assertThat(isDescribed("/v1/limits", "DELETE")).isFalse();
    assertThat(isDescribed("/v1/payments/{payment}", "GET")).isTrue();
  }

  private static List<String> quoted(String text) {
    return QUOTED.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** Every name that stands in what the program is made of. */
  private static final class Program {
    static final Set<String> NAMES = read();

    private static Set<String> read() {
      Set<String> names = new HashSet<>();
      for (String module : new String[] {"server", "ledger", "postgres"}) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
          files
              .filter(file -> file.toString().matches(".*\\.(java|sql|json|ya?ml)"))
              .forEach(file -> add(names, file));
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
      add(names, ROOT.resolve("docs/reference/openapi.json"));
      names.addAll(CODES);
      return names;
    }

    private static void add(Set<String> names, Path file) {
      try {
        String text = Files.readString(file);
        NAME.matcher(text).results().forEach(match -> names.add(match.group()));
        // Constants are told in small letters.
        CONSTANT
            .matcher(text)
            .results()
            .forEach(match -> names.add(match.group().toLowerCase(Locale.ROOT)));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
