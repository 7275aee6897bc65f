package dev.qiao.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelTest {
  /** A model that used the core's code would have the core's faults. */
  @Test
  void sharesNothingWithTheLedger() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/qiao/model"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSizeGreaterThan(10);
      for (Path file : all) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContainPattern("dev\\.qiao\\.(?!model)");
      }
    }
  }
}
