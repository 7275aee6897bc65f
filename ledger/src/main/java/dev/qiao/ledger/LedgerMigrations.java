package dev.qiao.ledger;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema {@code ledger} up to date. The roles {@code qiao_owner} and {@code qiao_app}
 * must exist.
 */
public final class LedgerMigrations {
  private LedgerMigrations() {}

  /** Runs what has not run yet, as the owner; safe to call at every start. */
  public static void run(DataSource owner) {
    Flyway.configure()
        .dataSource(owner)
        .schemas("ledger")
        .defaultSchema("ledger")
        .table("migration")
        .locations("classpath:dev/qiao/ledger/migrations")
        .load()
        .migrate();
  }
}
