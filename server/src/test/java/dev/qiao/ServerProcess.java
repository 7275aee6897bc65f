package dev.qiao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The server as a program of its own on a data folder with its embedded database, so that it can be
 * killed.
 */
final class ServerProcess {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path data;
  private final Path log;
  private final int port;
  private Process process;

  /**
   * @param data the folder of the database; the program's output goes beside it
   */
  ServerProcess(Path data) {
    this.data = data;
    this.log = data.resolveSibling("server.log");
    this.port = freePort();
  }

  int port() {
    return port;
  }

  /** Starts it, and comes back when it answers. */
  void start() {
    try {
      process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-cp",
                      System.getProperty("java.class.path"),
                      QiaoServer.class.getName(),
                      "--server.port=" + port,
                      "--qiao.data=" + data,
                      "--qiao.demo=true",
                      "--qiao.demo-data=false"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    awaitAnswer();
  }

  private void awaitAnswer() {
    Instant until = Instant.now().plus(PATIENCE);
    while (!answers()) {
      if (!process.isAlive() || Instant.now().isAfter(until)) {
        process.destroyForcibly();
        throw new IllegalStateException("The server does not start:\n" + output());
      }
      pause(100);
    }
  }

  private boolean answers() {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
      var health =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
              .build();
      return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** {@code kill -9}: it learns nothing of it, and its database is left over. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** {@code kill -9} of the database, under the running server or after it. */
  void killDatabase() {
    ProcessHandle.of(databasePid())
        .ifPresent(
            database -> {
              database.destroyForcibly();
              database.onExit().join();
            });
  }

  private long databasePid() {
    try (var lines = Files.lines(data.resolve("postgres/postmaster.pid"))) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Asks it to stop, as Ctrl-C does. */
  void stop() {
    process.destroy();
    process.onExit().join();
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  String output() {
    try {
      return Files.readString(log);
    } catch (IOException failure) {
      return failure.toString();
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
