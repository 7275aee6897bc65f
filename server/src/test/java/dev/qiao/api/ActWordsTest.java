package dev.qiao.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console has words, in both languages, for every act that the program writes in the trail. */
class ActWordsTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path WORDS = Path.of("../web/packages/i18n/src");

  /** An act is the second thing that an entry says, or what a kind of change is called. */
  private static final Pattern ACT =
      Pattern.compile(
          "(?:\\.record|\\.companion)\\(\\s*[\\w.]+,\\s*\"([a-z_]+\\.[a-z_]+)\""
              + "|public String name\\(\\) \\{\\s*return \"([a-z_]+\\.[a-z_]+)\"");

  @Test
  void everyActHasWords() throws IOException {
    Set<String> acts = acts();
    assertThat(acts).hasSizeGreaterThan(30).contains("payment.confirm", "limits.individual");
    String words =
        Files.readString(WORDS.resolve("console.ts")) + Files.readString(WORDS.resolve("acts.ts"));
    assertThat(acts)
        .allSatisfy(
            act ->
                assertThat(
                        Pattern.compile("'" + Pattern.quote(act) + "':").matcher(words).results())
                    .as(act)
                    .hasSize(2));
  }

  private static Set<String> acts() throws IOException {
    Set<String> acts = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        ACT.matcher(Files.readString(file))
            .results()
            .forEach(act -> acts.add(act.group(1) != null ? act.group(1) : act.group(2)));
      }
    }
    return acts;
  }
}
