package dev.qiao.postgres;

import static dev.qiao.postgres.PostgresException.Reason.BROKEN;
import static dev.qiao.postgres.PostgresException.Reason.IN_USE;
import static dev.qiao.postgres.PostgresException.Reason.NOT_OURS;
import static dev.qiao.postgres.PostgresException.Reason.NOT_WRITABLE;
import static dev.qiao.postgres.PostgresException.Reason.NO_DATA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A look at the database of a data folder: beside the server that uses it, or, where none does, on
 * a PostgreSQL that is started for as long as the visit lasts.
 */
public final class Visit implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int STOP_SECONDS = 60;
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final DataFolder.Look look;
  private final int port;
  private final Optional<EmbeddedPostgres> own;

  private Visit(DataFolder.Look look, int port, Optional<EmbeddedPostgres> own) {
    this.look = look;
    this.port = port;
    this.own = own;
  }

  /**
   * Opens a data folder that exists.
   *
   * @throws PostgresException with one line for the person who asked
   */
  public static Visit to(Path wanted) {
    DataFolder.Look look = look(wanted);
    // Its user may be starting, stopping, or restarting the database just now.
    for (Duration waited = Duration.ZERO;
        waited.compareTo(PATIENCE) < 0;
        waited = waited.plus(PAUSE)) {
      Optional<Visit> visit = joined(look).or(() -> started(look));
      if (visit.isPresent()) {
        return visit.get();
      }
      pause();
    }
    throw new PostgresException(
        IN_USE, "The data folder " + look.path() + " is in use, but its database does not answer.");
  }

  public Path data() {
    return look.path();
  }

  /** Where the two roles sign in. */
  public DatabaseAddress address() {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.DATABASE,
        EmbeddedPostgres.OWNER,
        look.passwords().getProperty("owner"),
        EmbeddedPostgres.APP,
        look.passwords().getProperty("app"));
  }

  /** Stops what was started for it. */
  @Override
  public void close() {
    own.ifPresent(postgres -> postgres.close(STOP_SECONDS));
  }

  Path cluster() {
    return look.path().resolve("postgres");
  }

  Connection admin() throws SQLException {
    return admin(look, port);
  }

  private static DataFolder.Look look(Path wanted) {
    Path path = wanted.toAbsolutePath().normalize();
    if (!Files.isDirectory(path.resolve("postgres"))) {
      throw new PostgresException(
          NO_DATA, "There is no data in " + path + ": choose another folder with --data.");
    }
    try {
      return DataFolder.look(path.toRealPath());
    } catch (IOException failure) {
      throw new PostgresException(
          NOT_WRITABLE,
          "The data folder " + path + " cannot be read: run this as its user.",
          failure);
    }
  }

  private static Optional<Visit> joined(DataFolder.Look look) {
    Path cluster = look.path().resolve("postgres");
    Optional<Integer> port = portOfReadyServer(cluster.resolve("postmaster.pid"));
    if (port.isEmpty()) {
      return Optional.empty();
    }
    try (Connection admin = admin(look, port.get());
        Statement statement = admin.createStatement();
        ResultSet row = statement.executeQuery("select current_setting('data_directory')")) {
      row.next();
      // A copied folder may name the original's server, and has its passwords.
      return Path.of(row.getString(1)).toRealPath().equals(cluster.toRealPath())
          ? Optional.of(new Visit(look, port.get(), Optional.empty()))
          : Optional.empty();
    } catch (SQLException | IOException notYet) {
      return Optional.empty();
    }
  }

  private static Optional<Visit> started(DataFolder.Look look) {
    refuseFolderOfAnotherUser(look.path());
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.start(look.path());
      closeWhenStopped(postgres);
      return Optional.of(new Visit(look, postgres.port(), Optional.of(postgres)));
    } catch (PostgresException refusal) {
      if (refusal.reason() == IN_USE) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  /** When the program is stopped in the middle, its database must not stay behind. */
  private static void closeWhenStopped(EmbeddedPostgres postgres) {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
    } catch (IllegalStateException stoppedAlready) {
      postgres.close();
      throw new PostgresException(BROKEN, "Stopped while the database was starting.");
    }
  }

  /** Starting PostgreSQL would make root the owner of somebody's files. */
  private static void refuseFolderOfAnotherUser(Path path) {
    try {
      if (Folders.ownerOf(path) != Folders.ownUid(Path.of(System.getProperty("java.io.tmpdir")))) {
        throw new PostgresException(
            NOT_OURS, "The data folder " + path + " belongs to another user: run this as them.");
      }
    } catch (IOException failure) {
      throw new PostgresException(
          BROKEN, "Who owns " + path + " cannot be told: " + failure.getMessage(), failure);
    }
  }

  /** What PostgreSQL writes there: its port is the fourth line, how far it is the eighth. */
  private static Optional<Integer> portOfReadyServer(Path pidFile) {
    try {
      List<String> lines = Files.readAllLines(pidFile);
      return lines.size() >= 8 && lines.get(7).strip().equals("ready")
          ? Optional.of(Integer.parseInt(lines.get(3).strip()))
          : Optional.empty();
    } catch (IOException | NumberFormatException notYet) {
      return Optional.empty();
    }
  }

  private static Connection admin(DataFolder.Look look, int port) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", Cluster.ADMIN);
    login.setProperty("password", look.passwords().getProperty("admin"));
    login.setProperty("ApplicationName", "qiao-visit");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.DATABASE, login);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new PostgresException(IN_USE, "Stopped while waiting for the database.");
    }
  }
}
