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
import java.util.SplittableRandom;
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
