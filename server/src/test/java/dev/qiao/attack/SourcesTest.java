package dev.qiao.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources do not contain, because there is a safe way. */
class SourcesTest {
  /** Ways to make text into a page or a program, and to listen to other windows. */
  private static final Pattern UNSAFE =
      Pattern.compile(
          "dangerouslySetInnerHTML|\\.innerHTML|\\.outerHTML|insertAdjacentHTML|document\\.write"
              + "|\\beval\\(|new Function\\(|postMessage|addEventListener\\('message'");

  @Test
  void nothingInTheAppsMakesTextIntoAPageOrAProgram() {
    List<Path> sources = sources();
    assertThat(sources).hasSizeGreaterThan(100);
    assertThat(sources).noneMatch(source -> UNSAFE.matcher(read(source)).find());
  }

  /** Addresses made of text, and schemes that run it. The router and the client encode theirs. */
  private static final Pattern HOMEMADE_ADDRESS =
      Pattern.compile(
          "javascript:|data:text|vbscript:|window\\.open|\\.href = (?!URL\\.createObjectURL\\()|(href|src|action)=\\{`"
              + "|location\\.(assign|replace)\\([^'A-Z]|(fetch|EventSource)\\(['`](?!/v1/events\\?app=\\$\\{app}`)");

  @Test
  void noAddressIsPutTogetherByHand() {
    assertThat(sources().stream().filter(source -> HOMEMADE_ADDRESS.matcher(read(source)).find()))
        .isEmpty();
    assertThat(HOMEMADE_ADDRESS.matcher("<a href={`/pay/${name}`}>").find()).isTrue();
    assertThat(HOMEMADE_ADDRESS.matcher("location.assign(next)").find()).isTrue();
    assertThat(HOMEMADE_ADDRESS.matcher("fetch(`/v1/payments/${id}`)").find()).isTrue();
  }

  /** What the page of keys says is used, each of 128 bits of strength or more. */
  private static final Set<String> ALGORITHMS =
      Set.of(
          "AES/GCM/NoPadding",
          "HKDF-SHA256",
          "HmacSHA256",
          "HmacSHA1",
          "SHA-256",
          "TLS",
          "X.509",
          "AES");

  private static final Pattern ALGORITHM =
      Pattern.compile(
          "\"((?:Hmac\\w+|SHA-?\\d|MD5|AES|DES|RC4|HKDF|PBKDF|ChaCha|TLS|SSL|X\\.509)[^\" ]*)\"");

  @Test
  void onlyAlgorithmsThatTheInventoryListsAreUsed() {
    Set<String> used = new TreeSet<>();
    for (String module : List.of("server", "postgres", "ledger", "simulation")) {
      walk(Path.of("..", module, "src/main/java"))
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file ->
                  ALGORITHM
                      .matcher(read(file))
                      .results()
                      .forEach(match -> used.add(match.group(1))));
    }
    assertThat(used).contains("SHA-256", "AES/GCM/NoPadding").isSubsetOf(ALGORITHMS);
    String inventory = read(Path.of("../docs/operating/keys.md"));
    assertThat(inventory)
        .contains("AES-256-GCM", "XChaCha20-Poly1305", "HKDF-SHA256", "HMAC-SHA-256", "SHA-256")
        .contains("Argon2id", "SHA-1");
  }

  @Test
  void secretsComeFromAGeneratorThatNobodyCanForesee() {
    var classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.qiao");
    ArchRuleDefinition.noClasses()
        .that()
        // The ledger only draws how long it waits, the demo its history.
        .resideOutsideOfPackages("dev.qiao.demo..", "dev.qiao.ledger..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(ThreadLocalRandom.class, SplittableRandom.class)
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .orShould()
        .callMethod(Math.class, "random")
        .check(classes);
  }

  private static List<Path> sources() {
    return Stream.of("apps", "packages")
        .map(folder -> Path.of("../web").resolve(folder))
        .flatMap(SourcesTest::walk)
        .filter(file -> file.toString().matches(".*/src/.*\\.tsx?"))
        .filter(file -> !file.toString().matches(".*\\.test\\.tsx?"))
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
}
