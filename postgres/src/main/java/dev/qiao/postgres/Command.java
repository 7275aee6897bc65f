package dev.qiao.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A finished program: its exit code and all that it said. */
record Command(int exit, String said) {
  /** Runs to the end. A program that does not exist counts as failed. */
  static Command run(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    environment.put("LC_ALL", "C");
    // Never the caller's folder: the unprivileged user may not be allowed in.
    builder.directory(Path.of("/").toFile());
    // Whoever is being stopped must still be able to stop what it has started.
    boolean interrupted = Thread.interrupted();
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Command(process.waitFor(), said.strip());
    } catch (IOException missing) {
      return new Command(127, missing.getMessage());
    } catch (InterruptedException stopped) {
      interrupted = true;
      return new Command(130, "interrupted");
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  boolean succeeded() {
    return exit == 0;
  }
}
