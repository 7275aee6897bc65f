package dev.qiao.ledger;

import java.sql.SQLException;
import java.util.Collection;

/**
 * Where a writer keeps what it decides. A database in a server; in a simulation, something that
 * fails on demand.
 */
interface Store {
  /** What is done in one transaction. */
  @FunctionalInterface
  interface Work {
    void run(Session session) throws SQLException;
  }

  /**
   * Runs the work in a transaction of its own and returns when it is durable. Whatever is thrown
   * has rolled it back, except that an SQLException from the commit itself leaves it unknown.
   */
  void transaction(Work work) throws SQLException;

  /**
   * Makes room for commands of these ids, in a transaction of its own.
   *
   * @return microseconds: the time from which on ids are taken; commands of earlier ones were put
   *     aside
   */
  long makeRoom(Collection<PostingId> ids) throws SQLException;
}
