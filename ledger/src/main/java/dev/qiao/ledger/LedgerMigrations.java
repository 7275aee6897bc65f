package dev.qiao.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the ledger's schemas up to date. The roles {@code qiao_owner} and {@code qiao_app} must
 * exist.
 */
public final class LedgerMigrations {
  /** All that the ledger keeps: its tables, and the periods that were put aside. */
  public static final List<String> SCHEMAS = List.of("ledger", "ledger_archive");

  private LedgerMigrations() {}

  /** Runs what has not run yet, as the owner; safe to call at every start. */
  public static void run(DataSource owner) {
    run(owner, Instant.now());
  }

  /**
   * @param now the month of which is the first that a new ledger has room for
   */
  static void run(DataSource owner, Instant now) {
    flyway(owner, now).load().migrate();
  }

  static FluentConfiguration flyway(DataSource owner, Instant now) {
    return Flyway.configure()
        .dataSource(owner)
        .schemas("ledger")
        .defaultSchema("ledger")
        .table("migration")
        .placeholders(Map.of("now", now.toString()))
        .locations("classpath:dev/qiao/ledger/migrations");
  }
}
