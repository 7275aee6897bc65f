package dev.qiao.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** A program that holds a data folder until its input ends, or until it is killed. */
final class StaysOpen {
  public static void main(String[] arguments) throws IOException {
    try (var postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
      System.out.println("started on port " + postgres.port());
      while (System.in.read() >= 0) {
        continue;
      }
    }
  }

  private StaysOpen() {}
}
