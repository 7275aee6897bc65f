package dev.qiao.postgres;

import static dev.qiao.postgres.PostgresException.Reason.BROKEN;
import static dev.qiao.postgres.PostgresException.Reason.NOT_WRITABLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL of our own on a data folder: durable, reachable from this machine only, and only
 * with a password. A server that a killed program left behind is stopped first; one that dies is
 * started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  public static final String OWNER = "qiao_owner";
  public static final String APP = "qiao_app";
  static final String DATABASE = "qiao";
  private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());

  private final DataFolder folder;
  private final Properties passwords;
  private final Cluster cluster;
  private final AtomicInteger freshDatabases = new AtomicInteger();
  private final Object closing = new Object();
  private Cluster.Running running;
  private boolean closed;

  private EmbeddedPostgres(DataFolder folder) throws IOException {
    this.folder = folder;
    this.passwords = folder.passwords();
    this.cluster = new Cluster(folder, Unprivileged.on(folder));
  }

  /**
   * Starts on a folder, which is made when missing. The caller closes it: a shutdown hook of our
   * own would take the database away from under requests that are being finished.
   *
   * @throws PostgresException with one line for the person who started the program
   */
  public static EmbeddedPostgres start(Path data) {
    DataFolder folder = DataFolder.take(data);
    try {
      var postgres = new EmbeddedPostgres(folder);
      postgres.begin();
      return postgres;
    } catch (IOException failure) {
      folder.close();
      throw new PostgresException(
          NOT_WRITABLE,
          "The data folder " + folder.path() + " cannot be used: " + failure.getMessage(),
          failure);
    } catch (RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  /** One cluster for all tests of this JVM, thrown away at its end. */
  public static EmbeddedPostgres temporary() {
    return TemporaryPostgres.shared();
  }

  /**
   * Deletes all data in a folder of ours that nobody uses. A folder that does not exist is fine.
   *
   * @throws PostgresException when it is in use, or not ours
   */
  public static void wipe(Path data) {
    if (!Files.exists(data)) {
      return;
    }
    try (DataFolder folder = DataFolder.take(data)) {
      stopLeftover(folder);
      folder.wipe();
    } catch (IOException failure) {
      throw new PostgresException(
          NOT_WRITABLE,
          "The data folder " + data + " cannot be wiped: " + failure.getMessage(),
          failure);
    }
  }

  /** Deletes the database, but not the folder's passwords; one that is not there is fine. */
  static void deleteCluster(DataFolder folder) throws IOException {
    stopLeftover(folder);
    Folders.delete(folder.cluster());
  }

  private static void stopLeftover(DataFolder folder) throws IOException {
    if (Files.exists(folder.cluster())) {
      new Cluster(folder, Unprivileged.on(folder)).stopLeftover();
    }
  }

  public String jdbcUrl() {
    return address().url();
  }

  public String ownerUser() {
    return OWNER;
  }

  public String ownerPassword() {
    return passwords.getProperty("owner");
  }

  public String appUser() {
    return APP;
  }

  public String appPassword() {
    return passwords.getProperty("app");
  }

  public synchronized int port() {
    return running.port();
  }

  public DatabaseAddress address() {
    return address(DATABASE);
  }

  /** A new, empty database in this cluster with the same two roles. */
  public DatabaseAddress freshDatabase() {
    String name = "fresh_" + freshDatabases.incrementAndGet();
    try (Connection admin = admin("postgres")) {
      createDatabase(admin, name);
    } catch (SQLException failure) {
      throw new PostgresException(BROKEN, "No new database: " + failure.getMessage(), failure);
    }
    return address(name);
  }

  /** When it returns, the server has stopped, whoever stopped it. */
  @Override
  public void close() {
    close(Cluster.HASTE_SECONDS);
  }

  /** The same, but a slow disk may take its time to end in good order. */
  void close(int patienceSeconds) {
    synchronized (closing) {
      synchronized (this) {
        if (closed) {
          return;
        }
        closed = true;
      }
      cluster.stop(patienceSeconds);
      folder.close();
    }
  }

  long pid() {
    return running.process().pid();
  }

  Connection admin(String database) throws SQLException {
    return DriverManager.getConnection(
        address(database).url(), Cluster.ADMIN, passwords.getProperty("admin"));
  }

  private void begin() throws IOException {
    cluster.create(passwords.getProperty("admin"));
    cluster.stopLeftover();
    running = cluster.start(folder.rememberedPort());
    try {
      folder.rememberPort(running.port());
      createRoles();
    } catch (SQLException failure) {
      cluster.stop(Cluster.HASTE_SECONDS);
      throw new PostgresException(
          BROKEN,
          "The database in " + folder.path() + " refuses: " + failure.getMessage(),
          failure);
    } catch (IOException failure) {
      cluster.stop(Cluster.HASTE_SECONDS);
      throw failure;
    }
    watch();
  }

  /** Each step is skipped when an earlier start has done it, so an interrupted one is completed. */
  private void createRoles() throws SQLException {
    try (Connection admin = admin("postgres")) {
      if (!exists(admin, "select 1 from pg_roles where rolname = '" + OWNER + "'")) {
        run(admin, "create role qiao_owner login password '" + ownerPassword() + "'");
      }
      if (!exists(admin, "select 1 from pg_roles where rolname = '" + APP + "'")) {
        run(admin, "create role qiao_app login password '" + appPassword() + "'");
      }
      if (!exists(admin, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
        createDatabase(admin, DATABASE);
      }
      grantConnect(admin, DATABASE);
    }
  }

  private static void createDatabase(Connection admin, String name) throws SQLException {
    run(admin, "create database " + name + " owner qiao_owner template template0");
    grantConnect(admin, name);
  }

  private static void grantConnect(Connection admin, String name) throws SQLException {
    run(admin, "revoke all on database " + name + " from public");
    run(admin, "grant connect on database " + name + " to qiao_app");
  }

  private void watch() {
    running.process().onExit().thenRun(this::restart);
  }

  private void restart() {
    synchronized (this) {
      if (closed) {
        return;
      }
      LOG.log(System.Logger.Level.WARNING, "PostgreSQL has stopped; it is started again.");
      try {
        cluster.stopLeftover();
        running = cluster.start(running.port());
        watch();
      } catch (IOException | PostgresException failure) {
        LOG.log(System.Logger.Level.ERROR, "PostgreSQL could not be started again.", failure);
      }
    }
  }

  private DatabaseAddress address(String database) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port() + "/" + database,
        OWNER,
        ownerPassword(),
        APP,
        appPassword());
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
