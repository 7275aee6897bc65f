package dev.qiao.database;

import dev.qiao.ledger.LedgerMigrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings every module's schema up to date, as the owner. A module keeps its steps in {@code
 * dev/qiao/<module>/migrations} and their history in its own schema; requests may use its tables
 * unless a step takes that away.
 */
public final class Migrations {
  /** In the order in which modules build on each other. */
  static final List<String> MODULES =
      List.of(
          "vault",
          "api",
          "identity",
          "proposal",
          "decision",
          "notice",
          "channel",
          "bank",
          "payment",
          "wallet",
          "verification",
          "protection",
          "merchant",
          "operations");

  private static final String HISTORY = "flyway_schema_history";

  private final DataSource owner;
  private final JdbcClient db;

  public Migrations(DataSource owner) {
    this.owner = owner;
    this.db = JdbcClient.create(owner);
  }

  /** Runs what has not run yet; throws {@link StartRefused} when a newer program was here. */
  public void run() {
    migrateLedger();
    for (String module : MODULES) {
      if (hasSteps(module)) {
        migrate(module);
      }
    }
  }

  /** The ledger is a library with steps of its own; everything builds on it. */
  private void migrateLedger() {
    try {
      refuseNewer("ledger", flyway("ledger", "migration"));
      LedgerMigrations.run(owner);
    } catch (FlywayException failure) {
      throw failed("ledger", failure);
    }
  }

  /**
   * Back to an empty database. Names cannot be parameters here; they come from fixed lists alone.
   */
  void undo() {
    for (String schema : MODULES) {
      db.sql("drop schema if exists " + schema + " cascade").update();
    }
    for (String schema : LedgerMigrations.SCHEMAS) {
      db.sql("drop schema if exists " + schema + " cascade").update();
    }
  }

  private void migrate(String module) {
    letAppUse(module);
    Flyway flyway = flyway(module, HISTORY);
    try {
      refuseNewer(module, flyway);
      flyway.migrate();
    } catch (FlywayException failure) {
      throw failed(module, failure);
    }
    db.sql("revoke all on " + module + "." + HISTORY + " from qiao_app").update();
  }

  private Flyway flyway(String module, String history) {
    return Flyway.configure()
        .dataSource(owner)
        .locations("classpath:" + folder(module))
        .schemas(module)
        .table(history)
        .validateMigrationNaming(true)
        .load();
  }

  /** Names cannot be parameters here; they come from the list above alone. */
  private void letAppUse(String module) {
    db.sql("create schema if not exists " + module).update();
    db.sql("grant usage on schema " + module + " to qiao_app").update();
    db.sql(
            """
            alter default privileges in schema %s
            grant select, insert, update, delete on tables to qiao_app
            """
                .formatted(module))
        .update();
    db.sql(
            "alter default privileges in schema %s grant usage, select on sequences to qiao_app"
                .formatted(module))
        .update();
  }

  /** A step that this program does not know was made by a newer one. */
  private static void refuseNewer(String module, Flyway flyway) {
    for (MigrationInfo step : flyway.info().all()) {
      if (step.getState().isApplied() && !step.getState().isResolved()) {
        throw new StartRefused(
            "The database was written by a newer Qiao (step %s of %s): update this one."
                .formatted(step.getVersion(), module));
      }
    }
  }

  private static StartRefused failed(String module, FlywayException failure) {
    return new StartRefused(
        "The database's schema " + module + " cannot be brought up to date: " + why(failure),
        failure);
  }

  private static boolean hasSteps(String module) {
    try {
      return new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + folder(module) + "/V*.sql")
              .length
          > 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String folder(String module) {
    return "dev/qiao/" + module + "/migrations";
  }

  private static String why(FlywayException failure) {
    return Arrays.stream(failure.getMessage().split("\n"))
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.matches("-+"))
        .findFirst()
        .orElse("no reason given");
  }
}
