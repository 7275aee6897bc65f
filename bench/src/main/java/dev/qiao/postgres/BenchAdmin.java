package dev.qiao.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a benchmark needs of the embedded PostgreSQL's administrator, whom the product never shows.
 * In this package, because only it may sign in as that.
 */
public final class BenchAdmin {
  private static final String ADMIN_DATABASE = "postgres";

  private final EmbeddedPostgres postgres;

  public BenchAdmin(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Writes out what is still only in memory, so that the next run does not pay for it. */
  public void checkpoint() throws SQLException {
    run("checkpoint");
  }

  /** A new, empty database with the usual two roles; an old one of that name is thrown away. */
  public DatabaseAddress create(String name) throws SQLException {
    drop(name);
    run("create database " + name + " owner qiao_owner template template0");
    run("revoke all on database " + name + " from public");
    run("grant connect on database " + name + " to qiao_app");
    return address(name);
  }

  public void drop(String name) throws SQLException {
    run("drop database if exists " + name + " with (force)");
  }

  public boolean exists(String name) throws SQLException {
    try (Connection admin = postgres.admin(ADMIN_DATABASE);
        var statement = admin.prepareStatement("select from pg_database where datname = ?")) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  public DatabaseAddress address(String name) {
    DatabaseAddress home = postgres.address();
    return new DatabaseAddress(
        home.url().substring(0, home.url().lastIndexOf('/') + 1) + name,
        home.ownerUser(),
        home.ownerPassword(),
        home.appUser(),
        home.appPassword());
  }

  private void run(String sql) throws SQLException {
    try (Connection admin = postgres.admin(ADMIN_DATABASE);
        Statement statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }
}
