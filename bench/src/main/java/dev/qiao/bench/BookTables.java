package dev.qiao.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The statements on a book as a whole, as its owner. */
record BookTables(DataSource owner) {

  /**
   * Opens the accounts, unless they are there; all at once, since opening them is not measured.
   * They were last touched before anything can have been stored.
   */
  void open(int accounts) throws SQLException {
    try (Connection connection = owner.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into ledger.account (reference, unit, exponent, kind, touched_at)
                select 'bench:' || n, 'CNY', 2, 'wallet', '2000-01-01 00:00:00Z'
                from generate_series(1, ?) n
                where not exists (select from ledger.account where reference like 'bench:%')
                """);
        Statement vacuum = connection.createStatement()) {
      insert.setInt(1, accounts);
      if (insert.executeUpdate() > 0) {
        vacuum.execute("vacuum analyze ledger.account");
      }
    }
  }

  /** The lowest number of the accounts, which have no gap. */
  long firstAccount(int accounts) throws SQLException {
    try (Connection connection = owner.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select min(id), max(id), count(*)
                from ledger.account
                where reference like 'bench:%'
                """);
        var row = select.executeQuery()) {
      row.next();
      if (row.getLong(3) != accounts || row.getLong(2) - row.getLong(1) + 1 != accounts) {
        throw new IllegalStateException(
            "The database has %d accounts, not %d in a row".formatted(row.getLong(3), accounts));
      }
      return row.getLong(1);
    }
  }

  /**
   * Of all that is kept in periods: a partitioned table itself has no size, its partitions have.
   */
  long bytes() throws SQLException {
    try (Connection connection = owner.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                select sum(pg_total_relation_size(part.relid))
                from ledger.kept_in_periods() k
                cross join lateral pg_partition_tree(('ledger.' || k.kept)::regclass) part
                """);
        var row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
