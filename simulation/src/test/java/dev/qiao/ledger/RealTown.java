package dev.qiao.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.qiao.model.AccountRow;
import dev.qiao.model.AllowanceRow;
import dev.qiao.model.Key;
import dev.qiao.model.Model;
import dev.qiao.money.Unit;
import dev.qiao.postgres.DatabaseAddress;
import dev.qiao.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** A town on a PostgreSQL database of its own, and in the model; its time passes when told. */
final class RealTown implements Registry, Scene, AutoCloseable {
  private static final String[] SHOP = {
    "create schema shop",
    "create table shop.payment (id text primary key, state text not null)",
    "create table shop.voucher (id text primary key, state text not null)",
    "create table shop.event (id text primary key)",
    "create table shop.deferred (id text references shop.event deferrable initially deferred)",
    "grant usage on schema shop to qiao_app",
    "grant select, insert, update on all tables in schema shop to qiao_app"
  };

  final HikariDataSource owner;
  final HikariDataSource app;
  final Model model = new Model();
  final long takenFrom;
  private final AtomicLong now;
  private final Ledger ledger;

  RealTown(Instant begin) throws SQLException {
    now = new AtomicLong(Micros.of(begin));
    DatabaseAddress address = EmbeddedPostgres.temporary().freshDatabase();
    owner = pool(address.url(), address.ownerUser(), address.ownerPassword(), 2);
    app = pool(address.url(), address.appUser(), address.appPassword(), 20);
    LedgerMigrations.run(owner, begin);
    ledger = new Ledger(app, clock(0));
    try (Connection connection = owner.getConnection()) {
      Db db = new Db(connection);
      for (String statement : SHOP) {
        db.run(statement);
      }
      db.run("select ledger.archive_period('first')");
      takenFrom = new PeriodTables(db).since();
    }
  }

  private static HikariDataSource pool(String url, String user, String password, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  /** A clock that is so many microseconds off. */
  InstantSource clock(long off) {
    return () -> Micros.instant(now.get() + off);
  }

  void pass(long micros) {
    now.addAndGet(micros);
  }

  /** What is to be in it comes by a posting. */
  @Override
  public void open(long number, Unit unit, long floor, long ceiling, long posted) {
    AccountTerms terms =
        new AccountTerms(
            "account " + number,
            unit,
            "simulated",
            floor == AccountState.NO_FLOOR ? OptionalLong.empty() : OptionalLong.of(floor),
            ceiling == AccountState.NO_CEILING ? OptionalLong.empty() : OptionalLong.of(ceiling));
    demand(number, ledger.open(terms).number());
    AccountRow row = StoredAccount.opened(number, unit, floor, ceiling, 0, now.get()).modelled();
    model.change(new Key.Account(number), 0, AccountRow.class, _ -> row);
  }

  @Override
  public void open(long number, AllowanceTerms terms) {
    demand(number, ledger.openAllowance(terms).number());
    AllowanceRow row = SimulatedTown.modelled(terms, now.get());
    model.change(new Key.Allowance(number), 0, AllowanceRow.class, _ -> row);
  }

  private static void demand(long number, long given) {
    if (number != given) {
      throw new IllegalStateException("Number " + given + " instead of " + number);
    }
  }

  @Override
  public void row(String name) {
    write("insert into %s (id, state) values (?, ?)".formatted(table(name)), name, Town.NEW);
    model.change(new Key.Business(name), 0, String.class, _ -> Town.NEW);
  }

  private static String table(String row) {
    return row.startsWith("voucher") ? "shop.voucher" : "shop.payment";
  }

  private void write(String sql, Object... parameters) {
    try (Connection connection = app.getConnection()) {
      new Db(connection).run(sql, parameters);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  /** The state of a business row that was there from the beginning. */
  String state(String row) {
    try (Connection connection = app.getConnection()) {
      return new Db(connection)
          .find(
              "select state from %s where id = ?".formatted(table(row)),
              found -> found.getString(1),
              row)
          .orElseThrow();
    } catch (SQLException failed) {
      throw new IllegalStateException(row, failed);
    }
  }

  @Override
  public long now() {
    return now.get();
  }

  @Override
  public boolean isNew(String row) {
    return Town.NEW.equals(state(row));
  }

  @Override
  public long takenFrom() {
    return takenFrom;
  }

  @Override
  public void close() {
    app.close();
    owner.close();
  }
}
