package dev.qiao.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

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
