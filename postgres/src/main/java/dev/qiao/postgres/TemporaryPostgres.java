package dev.qiao.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The cluster that all tests of a JVM share; it and its folder end with the JVM. */
final class TemporaryPostgres {
  private static final String PREFIX = "qiao-test-";
  private static EmbeddedPostgres shared;

  static synchronized EmbeddedPostgres shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static EmbeddedPostgres start() {
    try {
      sweep(Path.of(System.getProperty("java.io.tmpdir")));
      Path path = Files.createTempDirectory(PREFIX);
      EmbeddedPostgres postgres = EmbeddedPostgres.start(path);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(postgres, path)));
      return postgres;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void end(EmbeddedPostgres postgres, Path path) {
    postgres.close();
    EmbeddedPostgres.wipe(path);
    try {
      Files.deleteIfExists(path);
    } catch (IOException harmless) {
      // The next sweep takes it.
    }
  }

  /** Clears what killed test runs left, servers included. Folders in use refuse and stay. */
  private static void sweep(Path around) throws IOException {
    try (var left = Files.newDirectoryStream(around, PREFIX + "*")) {
      for (Path path : left) {
        try {
          // A younger one may be just between its creation and its lock.
          Instant changed = Files.getLastModifiedTime(path).toInstant();
          if (changed.isBefore(Instant.now().minus(Duration.ofMinutes(2)))) {
            EmbeddedPostgres.wipe(path);
            Files.deleteIfExists(path);
          }
        } catch (IOException | PostgresException inUse) {
          // Somebody else's.
        }
      }
    }
  }

  private TemporaryPostgres() {}
}
