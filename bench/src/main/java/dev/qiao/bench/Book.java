package dev.qiao.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.AuditReport;
import dev.qiao.ledger.AuditReport.Difference;
import dev.qiao.ledger.AuditScope;
import dev.qiao.ledger.AuditStep;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.LedgerMigrations;
import dev.qiao.ledger.SelfAudit;
import dev.qiao.postgres.DatabaseAddress;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/** A database with a ledger and accounts to post between. */
final class Book implements AutoCloseable {
  /** As many states of accounts as the ledger keeps in memory here. */
  static final int REMEMBERED_MAX = 2_000_000;

  private final DatabaseAddress address;
  private final HikariDataSource owner;
  private final HikariDataSource app;
  private final BookTables tables;
  private final Ledger ledger;
  private final Ids ids = new Ids(InstantSource.system(), new SplittableRandom());
  private final AccountId first;
  private final int accounts;

  private Book(DatabaseAddress address, int accounts) throws SQLException {
    this.address = address;
    this.owner = BenchServer.owner(address);
    this.app = BenchServer.app(address);
    this.tables = new BookTables(owner);
    this.accounts = accounts;
    LedgerMigrations.run(owner);
    tables.open(accounts);
    this.first = new AccountId(tables.firstAccount(accounts));
    this.ledger = new Ledger(app, InstantSource.system(), REMEMBERED_MAX);
  }

  /** On a database that is empty, or has been a book of as many accounts before. */
  static Book open(DatabaseAddress address, int accounts) throws SQLException {
    return new Book(address, accounts);
  }

  Ledger ledger() {
    return ledger;
  }

  Ids ids() {
    return ids;
  }

  HikariDataSource owner() {
    return owner;
  }

  int accounts() {
    return accounts;
  }

  /** From 0; the first is the hot one. */
  AccountId account(int index) {
    return new AccountId(first.number() + index);
  }

  /** What commands and all their rows and index entries take on disk. */
  long bytes() throws SQLException {
    return tables.bytes();
  }

  /** Recomputes everything. */
  AuditReport audit() {
    try (HikariDataSource auditor = BenchServer.auditor(address)) {
      return new Ledger(auditor, InstantSource.system()).audit();
    }
  }

  /**
   * Looks at what the latest commands have touched; gives what is newly found to be wrong. Waits
   * until the book of the round before is known to look no more.
   */
  List<Difference> auditLatest() throws InterruptedException {
    SelfAudit audit = ledger.selfAudit();
    while (true) {
      if (audit.step(AuditScope.RECENT) instanceof AuditStep.Looked looked) {
        return looked.fresh();
      }
      Thread.sleep(1_000);
    }
  }

  @Override
  public void close() {
    app.close();
    owner.close();
  }
}
