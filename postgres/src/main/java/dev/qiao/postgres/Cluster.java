package dev.qiao.postgres;

import static dev.qiao.postgres.PostgresException.Reason.BROKEN;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's own folder, and its server process. */
final class Cluster {
  static final String ADMIN = "qiao_admin";

  /** When somebody waits for a program to end. */
  static final int HASTE_SECONDS = 2;

  /**
   * Written anew at every start, so that a hand-made change of durability does not outlive it.
   * Terse errors keep the values of rows, which may be personal, out of the log.
   */
  private static final String SETTINGS =
      """
      # Written by Qiao at every start. Your own settings go to local.conf beside this file.
      max_connections = 100
      shared_buffers = %dMB
      wal_compression = on
      max_wal_size = 4GB
      checkpoint_timeout = 15min
      include_if_exists 'local.conf'

      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      password_encryption = scram-sha-256
      fsync = on
      full_page_writes = on
      synchronous_commit = on
      timezone = 'UTC'
      log_timezone = 'UTC'
      lc_messages = 'C'
      logging_collector = on
      log_directory = 'log'
      log_filename = 'postgresql-%%a.log'
      log_rotation_age = 1d
      log_truncate_on_rotation = on
      log_error_verbosity = terse
      log_min_error_statement = panic
      """;

  private static final String WHO_MAY_CONNECT =
      """
      # Written by Qiao at every start.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private final Path path;
  private final Path log;
  private final Unprivileged user;

  Cluster(DataFolder folder, Unprivileged user) {
    this.path = folder.cluster();
    this.log = path.resolve("start.log");
    this.user = user;
  }

  /** Makes the cluster when there is none; a half-made one of an interrupted start is replaced. */
  void create(String adminPassword) throws IOException {
    if (Files.exists(path)) {
      Folders.giveTo(user.uid(), path);
      return;
    }
    Path draft = path.resolveSibling("postgres.new");
    Folders.delete(draft);
    Files.createDirectory(draft);
    Path password = draft.resolve("password");
    Folders.writeSecretly(password, adminPassword + "\n");
    Folders.giveTo(user.uid(), draft);
    Command made =
        Command.run(
            user.command(
                "initdb",
                "--pgdata=" + draft.resolve("cluster"),
                "--username=" + ADMIN,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
    if (!made.succeeded()) {
      throw new PostgresException(
          BROKEN, "PostgreSQL could not set up its folder: " + lastLine(made.said()));
    }
    Folders.moveInto(draft.resolve("cluster"), path);
    Folders.delete(draft);
  }

  /** Starts the server on the port, or another one when it is taken. */
  Running start(int preferredPort) throws IOException {
    Files.writeString(
        path.resolve("postgresql.conf"), SETTINGS.formatted(SharedMemory.megabytes()));
    Files.writeString(path.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    int port = preferredPort;
    Command started = null;
    // The processes of a killed server need a moment to notice and let go of its memory.
    for (int attempt = 0; attempt < 10; attempt++) {
      port = free(port) ? port : anyPort();
      Files.deleteIfExists(log);
      started = Command.run(user.command("pg_ctl", startArguments(port)));
      Optional<ProcessHandle> process = process();
      if (started.succeeded() && process.isPresent()) {
        return new Running(process.get(), port);
      }
      pause();
    }
    throw new PostgresException(
        BROKEN, "PostgreSQL does not start: " + whyNot(started.said()) + " (see " + log + ")");
  }

  /**
   * Stops the server, if one runs: quickly at first, then by force. It recovers at the next start.
   *
   * @param patienceSeconds how long each way may take before the next is tried
   */
  void stop(int patienceSeconds) {
    Optional<ProcessHandle> process = process();
    if (process.isEmpty()) {
      return;
    }
    for (String mode : List.of("fast", "immediate")) {
      Command.run(
          user.command(
              "pg_ctl",
              "stop",
              "--pgdata=" + path,
              "--mode=" + mode,
              "--timeout=" + patienceSeconds));
      if (process().isEmpty()) {
        return;
      }
    }
    process.get().destroyForcibly();
  }

  /**
   * Clears what a killed program left: its server is stopped, and a pid file whose number now
   * belongs to somebody else is removed, since PostgreSQL would take that for itself.
   */
  void stopLeftover() throws IOException {
    if (process().isPresent()) {
      stop(HASTE_SECONDS);
    } else if (pid().flatMap(ProcessHandle::of).isPresent()) {
      Files.deleteIfExists(path.resolve("postmaster.pid"));
    }
  }

  private String[] startArguments(int port) {
    return new String[] {
      "start", "--wait", "--timeout=60", "--pgdata=" + path, "--log=" + log, "--options=-p " + port
    };
  }

  /** The server that runs on this folder. */
  private Optional<ProcessHandle> process() {
    return pid().flatMap(ProcessHandle::of).filter(this::isOurs);
  }

  private Optional<Long> pid() {
    try {
      return Files.readString(path.resolve("postmaster.pid"))
          .lines()
          .findFirst()
          .map(line -> Long.parseLong(line.strip()));
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  private boolean isOurs(ProcessHandle process) {
    if (!process.info().command().orElse("").contains("/postgres")) {
      return false;
    }
    try {
      Path workingFolder = Path.of("/proc/" + process.pid() + "/cwd");
      return !Files.exists(workingFolder) || workingFolder.toRealPath().equals(path.toRealPath());
    } catch (IOException gone) {
      return false;
    }
  }

  private String whyNot(String fallback) {
    try {
      return Files.readString(log)
          .lines()
          .filter(line -> line.contains("FATAL:") || line.contains("error"))
          .findFirst()
          .map(line -> line.replaceFirst("^.*FATAL: *", ""))
          .orElse(lastLine(fallback));
    } catch (IOException none) {
      return lastLine(fallback);
    }
  }

  private static String lastLine(String said) {
    return said.lines().reduce("", (before, line) -> line.isBlank() ? before : line.strip());
  }

  private static boolean free(int port) {
    if (port == 0) {
      return false;
    }
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static int anyPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** A server process and the port that it listens on. */
  record Running(ProcessHandle process, int port) {}
}
