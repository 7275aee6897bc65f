package dev.qiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the examples of the page, one after the other, and runs them. */
class ReadmeTest {
  private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final List<String> SEEN = List.of("result", "again", "left", "page", "exchange");

  private final TestLedger world = new TestLedger();

  @AfterEach
  void auditsAndCloses() {
    assertThat(world.ledger.audit().differences()).isEmpty();
    world.close();
  }

  @Test
  void showsAFirstPostingInTenLines() throws IOException {
    assertThat(examples().getFirst().lines()).hasSize(10);
  }

  @Test
  @SuppressWarnings("unchecked") // The example's own method, which says what it returns.
  void doesWhatItSays(@TempDir Path folder) throws Exception {
    compile(folder, source());
    Map<String, Object> seen;
    URL[] made = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(made, getClass().getClassLoader())) {
      seen =
          (Map<String, Object>)
              loader
                  .loadClass("Example")
                  .getMethod("run", DataSource.class, DataSource.class)
                  .invoke(null, world.owner, world.app);
    }

    assertThat(seen.get("result")).isInstanceOf(PostResult.Posted.class);
    assertThat(seen.get("again"))
        .isEqualTo(new PostResult.Replayed((PostResult) seen.get("result")));
    assertThat(((Balance) seen.get("left")).posted()).isEqualTo(8_50);
    assertThat(((Balance) seen.get("left")).held()).isZero();
    assertThat((List<Entry>) seen.get("page"))
        .extracting(Entry::kind)
        .containsExactly(
            "reversal", "payment", "payment", "hold", "topup"); // What is left is freed.
    AccountId dollars = world.ledger.find("person:alice:USD").orElseThrow();
    assertThat(world.ledger.balance(dollars).posted()).isEqualTo(70);
  }

  private static String source() throws IOException {
    String body = String.join("\n", examples());
    String seen =
        SEEN.stream()
            .map(name -> "Map.entry(\"" + name + "\", " + name + ")")
            .collect(Collectors.joining(", "));
    return """
    import dev.qiao.ids.*;
    import dev.qiao.ledger.*;
    import dev.qiao.money.*;
    import java.math.RoundingMode;
    import java.time.*;
    import java.util.*;
    import javax.sql.DataSource;

    public final class Example {
      public static Map<String, Object> run(DataSource owner, DataSource app) {
    %s
        return Map.ofEntries(%s);
      }
    }
    """
        .formatted(body, seen);
  }

  private static void compile(Path folder, String source) throws IOException, URISyntaxException {
    Path file = folder.resolve("Example.java");
    Files.writeString(file, source);
    String classPath =
        Path.of(Ledger.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .toString();
    assertThat(Stream.of(Ids.class, Money.class).map(ReadmeTest::home))
        .containsOnly(home(Ledger.class));
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", folder.toString(), file.toString());
    assertThat(failures).as(source).isZero();
  }

  private static URL home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static List<String> examples() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(found -> found.group(1))
        .toList();
  }
}
