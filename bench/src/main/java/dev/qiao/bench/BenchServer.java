package dev.qiao.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.qiao.postgres.BenchAdmin;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded PostgreSQL as the product starts it, on a temporary folder or one that is kept. */
final class BenchServer implements AutoCloseable {
  private static final List<String> DURABLE =
      List.of("fsync", "full_page_writes", "synchronous_commit");
  private static final List<String> TOLD =
      List.of(
          "server_version",
          "shared_buffers",
          "wal_compression",
          "wal_level",
          "max_wal_size",
          "checkpoint_timeout",
          "max_connections");

  private final EmbeddedPostgres postgres;
  private final BenchAdmin admin;
  private final Path folder;
  private final boolean kept;
  private boolean closed;

  private BenchServer(EmbeddedPostgres postgres, Path folder, boolean kept) {
    this.postgres = postgres;
    this.admin = new BenchAdmin(postgres);
    this.folder = folder;
    this.kept = kept;
  }

  static BenchServer start(Optional<Path> data) throws IOException {
    Path folder = data.isPresent() ? data.get() : Files.createTempDirectory("qiao-bench-");
    BenchServer server = new BenchServer(EmbeddedPostgres.start(folder), folder, data.isPresent());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  BenchAdmin admin() {
    return admin;
  }

  /** The settings by which nothing that was acknowledged is lost, of those that are not on. */
  List<String> notDurable() throws SQLException {
    Map<String, String> settings = settings(DURABLE);
    return settings.keySet().stream().filter(name -> !settings.get(name).equals("on")).toList();
  }

  /** Of PostgreSQL, by name, as it says them itself. */
  Map<String, String> settings() throws SQLException {
    Map<String, String> all = settings(DURABLE);
    all.putAll(settings(TOLD));
    return all;
  }

  private Map<String, String> settings(List<String> names) throws SQLException {
    Map<String, String> found = new LinkedHashMap<>();
    DatabaseAddress address = postgres.address();
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.appUser(), address.appPassword());
        var show = connection.prepareStatement("select current_setting(?)")) {
      for (String name : names) {
        show.setString(1, name);
        try (var row = show.executeQuery()) {
          row.next();
          found.put(name, row.getString(1));
        }
      }
    }
    return found;
  }

  static HikariDataSource owner(DatabaseAddress address) {
    return pool(address.url(), address.ownerUser(), address.ownerPassword());
  }

  static HikariDataSource app(DatabaseAddress address) {
    return pool(address.url(), address.appUser(), address.appPassword());
  }

  /** For audits, which sort all that is stored: more memory, and both cores. */
  static HikariDataSource auditor(DatabaseAddress address) {
    return pool(
        address.url() + "?options=-c%20work_mem=512MB", address.appUser(), address.appPassword());
  }

  private static HikariDataSource pool(String url, String user, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  /** Also when the program is stopped in the middle; a temporary folder goes with it. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    postgres.close();
    if (!kept) {
      EmbeddedPostgres.wipe(folder);
      try {
        Files.deleteIfExists(folder);
      } catch (IOException harmless) {
        // An empty folder among temporary ones.
      }
    }
  }
}
