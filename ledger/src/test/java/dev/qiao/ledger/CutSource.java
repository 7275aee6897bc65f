package dev.qiao.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Connections that break at their next commit: before it has reached the database, or after. */
final class CutSource {
  private final DataSource real;
  private final AtomicInteger before = new AtomicInteger();
  private final AtomicInteger after = new AtomicInteger();
  private final AtomicInteger untilNext = new AtomicInteger();

  CutSource(DataSource real) {
    this.real = real;
  }

  void cutBeforeCommits(int times) {
    before.set(times);
  }

  /** The commit of this number from now, from 1, and none before it. */
  void cutBeforeCommit(int number) {
    untilNext.set(number);
  }

  void cutAfterCommits(int times) {
    after.set(times);
  }

  DataSource source() {
    return proxy(
        DataSource.class,
        real,
        (name, result) -> name.equals("getConnection") ? connection((Connection) result) : result);
  }

  private Connection connection(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            CutSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              boolean commit = method.getName().equals("commit");
              if (commit
                  && (before.getAndUpdate(CutSource::less) > 0
                      || untilNext.getAndUpdate(CutSource::less) == 1)) {
                connection.abort(Runnable::run);
                throw new SQLException("Cut before the commit", "08006");
              }
              try {
                Object result = method.invoke(connection, arguments);
                if (commit && after.getAndUpdate(CutSource::less) > 0) {
                  connection.abort(Runnable::run);
                  throw new SQLException("Cut after the commit", "08006");
                }
                return result;
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  private static int less(int times) {
    return Math.max(0, times - 1);
  }

  private interface After {
    Object change(String method, Object result);
  }

  private static <T> T proxy(Class<T> type, T real, After after) {
    return type.cast(
        Proxy.newProxyInstance(
            CutSource.class.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              try {
                return after.change(method.getName(), method.invoke(real, arguments));
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            }));
  }
}
