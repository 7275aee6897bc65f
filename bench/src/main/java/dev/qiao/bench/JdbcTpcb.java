package dev.qiao.bench;

import dev.qiao.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The transaction of TPC-B through JDBC, where there is no pgbench: good for no gate. */
final class JdbcTpcb implements Yardstick {
  private static final int ACCOUNTS = 100_000;
  private static final int TELLERS = 10;
  private static final int AMOUNT_MAX = 5_000;
  private static final double NANOS = 1e9;

  private final DatabaseAddress address;
  private int scale;

  JdbcTpcb(DatabaseAddress address) {
    this.address = address;
  }

  @Override
  public String name() {
    return "jdbc";
  }

  @Override
  public boolean isJudge() {
    return false;
  }

  @Override
  public Optional<String> command() {
    return Optional.empty();
  }

  @Override
  public void fill(int newScale) throws SQLException {
    scale = newScale;
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table branch (id int primary key, balance int not null, filler char(88)) with (fillfactor = 100);
          create table teller (id int primary key, branch int, balance int not null, filler char(84));
          create table account (id int primary key, branch int, balance int not null, filler char(84));
          create table history (teller int, branch int, account int, delta int, at timestamp, filler char(22))
          """);
      insert(connection, "insert into branch select n, 0, '' from generate_series(1, ?) n", scale);
      insert(
          connection,
          "insert into teller select n, (n - 1) / 10 + 1, 0, '' from generate_series(1, ?) n",
          scale * TELLERS);
      insert(
          connection,
          "insert into account select n, (n - 1) / 100000 + 1, 0, '' from generate_series(1, ?) n",
          scale * ACCOUNTS);
      statement.execute("vacuum analyze");
    }
  }

  private static void insert(Connection connection, String sql, int count) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, count);
      statement.execute();
    }
  }

  @Override
  public Pace run(int clients, int seconds) throws Exception {
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * NANOS);
    long done = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        counts.add(threads.submit(() -> call(end)));
      }
      for (Future<Integer> count : counts) {
        done += count.get();
      }
    }
    double took = (System.nanoTime() - begin) / NANOS;
    return new Pace(done / took, done == 0 ? 0 : clients * took * 1_000 / done);
  }

  /** One client, until the time is over. */
  private int call(long end) throws SQLException {
    SplittableRandom random = new SplittableRandom();
    int done = 0;
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement account =
              connection.prepareStatement("update account set balance = balance + ? where id = ?");
          PreparedStatement balance =
              connection.prepareStatement("select balance from account where id = ?");
          PreparedStatement teller =
              connection.prepareStatement("update teller set balance = balance + ? where id = ?");
          PreparedStatement branch =
              connection.prepareStatement("update branch set balance = balance + ? where id = ?");
          PreparedStatement history =
              connection.prepareStatement(
                  """
                  insert into history (teller, branch, account, delta, at)
                  values (?, ?, ?, ?, current_timestamp)
                  """)) {
        while (System.nanoTime() < end) {
          int who = random.nextInt(1, scale * ACCOUNTS + 1);
          int by = random.nextInt(1, scale * TELLERS + 1);
          int at = random.nextInt(1, scale + 1);
          int delta = random.nextInt(-AMOUNT_MAX, AMOUNT_MAX + 1);
          update(account, delta, who);
          balance.setInt(1, who);
          balance.executeQuery().close();
          update(teller, delta, by);
          update(branch, delta, at);
          history.setInt(1, by);
          history.setInt(2, at);
          history.setInt(3, who);
          history.setInt(4, delta);
          history.executeUpdate();
          connection.commit();
          done++;
        }
      }
    }
    return done;
  }

  private static void update(PreparedStatement statement, int delta, int id) throws SQLException {
    statement.setInt(1, delta);
    statement.setInt(2, id);
    statement.executeUpdate();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(address.url(), address.ownerUser(), address.ownerPassword());
  }
}
