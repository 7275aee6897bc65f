package dev.qiao.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A ledger on a database of its own, with two wallets and a bank that anything can come from. */
final class TestLedger implements AutoCloseable {
  static final Unit CNY = Unit.of("CNY");

  final TestClock clock = new TestClock();
  final Ids ids = new Ids(clock);
  private final DatabaseAddress address;
  final HikariDataSource owner;
  final HikariDataSource app;
  final Ledger ledger;
  final AccountId bank;
  final AccountId alice;
  final AccountId bob;

  TestLedger() {
    address = EmbeddedPostgres.temporary().freshDatabase();
    owner = pool(address.url(), address.ownerUser(), address.ownerPassword(), 2);
    app = pool(address.url(), address.appUser(), address.appPassword(), 10);
    LedgerMigrations.run(owner, clock.instant());
    ledger = new Ledger(app, clock);
    bank = ledger.open(AccountTerms.open("bank:sandbox:CNY", CNY, "bank"));
    alice = ledger.open(AccountTerms.wallet("person:alice:CNY", CNY));
    bob = ledger.open(AccountTerms.wallet("person:bob:CNY", CNY));
  }

  /** The same database, by a driver that is set otherwise. */
  HikariDataSource again(String setting) {
    String url = address.url() + (address.url().contains("?") ? "&" : "?") + setting;
    return pool(url, address.appUser(), address.appPassword(), 10);
  }

  static HikariDataSource pool(String url, String user, String password, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  static Money cny(long minor) {
    return Money.of(minor, CNY);
  }

  PostingId id() {
    return new PostingId(ids.next());
  }

  HoldId holdId() {
    return new HoldId(ids.next());
  }

  Posting transfer(AccountId from, AccountId to, long minor) {
    return Posting.of(id(), "transfer", "trf_1").leg(from, to, cny(minor)).build();
  }

  PostResult fund(AccountId account, long minor) {
    return ledger.post(transfer(bank, account, minor));
  }

  Hold holdOf(AccountId account, long minor) {
    return new Hold(
        id(), holdId(), account, cny(minor), clock.instant().plus(Duration.ofHours(1)), "pay_1");
  }

  void asOwner(String... statements) throws SQLException {
    run(owner, statements);
  }

  void asApp(String... statements) throws SQLException {
    run(app, statements);
  }

  long count(String sql) throws SQLException {
    try (Connection connection = owner.getConnection()) {
      return new Db(connection).find(sql, row -> row.getLong(1)).orElseThrow();
    }
  }

  private static void run(HikariDataSource source, String... statements) throws SQLException {
    try (Connection connection = source.getConnection()) {
      for (String statement : statements) {
        new Db(connection).run(statement);
      }
    }
  }

  @Override
  public void close() {
    app.close();
    owner.close();
  }
}
