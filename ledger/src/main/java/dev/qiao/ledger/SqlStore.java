package dev.qiao.ledger;

import java.sql.SQLException;
import java.util.Collection;

/** A PostgreSQL database. */
record SqlStore(Transactions transactions) implements Store {
  /**
   * The order of locks must be that of the ids: a nested loop keeps it, other joins may not. A
   * batch is never worth compiling for.
   */
  private static final String SETTINGS =
      """
      set local lock_timeout = '5s';
      set local jit = off;
      set local enable_hashjoin = off;
      set local enable_mergejoin = off;
      set local enable_seqscan = off
      """;

  @Override
  public void transaction(Work work) throws SQLException {
    transactions.once(
        SETTINGS,
        db -> {
          work.run(new SqlSession(db));
          return null;
        });
  }

  @Override
  public long makeRoom(Collection<PostingId> ids) throws SQLException {
    return transactions.once(SETTINGS, db -> new PeriodTables(db).makeRoom(ids));
  }
}
