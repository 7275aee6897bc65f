package dev.qiao.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import javax.sql.DataSource;

/**
 * Runs work in transactions of their own, again when the database says that trying again may help.
 */
record Transactions(DataSource source) {
  private static final int TRIES_MAX = 5;
  private static final int PAUSE_MILLIS_MAX = 20;

  /** Work on a connection. */
  @FunctionalInterface
  interface Work<T> {
    T run(Db db) throws SQLException;
  }

  /** One try at something. */
  @FunctionalInterface
  interface Try<T> {
    T run() throws SQLException;
  }

  <T> T write(Work<T> work) {
    return again(() -> once("set local lock_timeout = '5s'", work), Transactions::pause);
  }

  /** Tries until it works, or trying again does not help. */
  static <T> T again(Try<T> once, IntConsumer pause) {
    for (int tries = 1; ; tries++) {
      try {
        return once.run();
      } catch (TakenMeanwhile | SQLException failed) {
        boolean again = !(failed instanceof SQLException sql) || SqlStates.isPassing(sql);
        if (!again || tries == TRIES_MAX) {
          throw translated(failed);
        }
        pause.accept(tries);
      }
    }
  }

  /** All that the work reads is of one moment. */
  <T> T read(Work<T> work) {
    try {
      return once("set transaction isolation level repeatable read, read only", work);
    } catch (SQLException failed) {
      throw translated(failed);
    }
  }

  /** Once, in a transaction that begins with a setting. */
  <T> T once(String setting, Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Db db = new Db(connection);
        db.run(setting);
        T result = work.run(db);
        commit(connection);
        connection.setAutoCommit(true); // As pools expect to get it back.
        return result;
      } catch (Throwable failed) {
        rollback(connection, failed);
        throw failed;
      }
    }
  }

  private static void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException failed) {
      if (SqlStates.isViolation(failed)) {
        throw new CompanionRejected(failed); // The ledger's own constraints are never deferred.
      }
      throw failed;
    }
  }

  private static void rollback(Connection connection, Throwable because) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException broken) {
      because.addSuppressed(broken); // The connection is gone, and the transaction with it.
    }
  }

  static void pause(int tries) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, PAUSE_MILLIS_MAX * tries));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LedgerUnavailable(interrupted);
    }
  }

  static RuntimeException translated(Exception failed) {
    if (failed instanceof SQLException sql && !SqlStates.isUnavailable(sql)) {
      return new IllegalStateException("The database refused a statement of the ledger", sql);
    }
    return new LedgerUnavailable(failed);
  }
}
