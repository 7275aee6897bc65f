package dev.qiao.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections on which something happens between two statements. */
final class Meanwhile {
  private Meanwhile() {}

  /** Before the nth statement is prepared. */
  static Connection beforeStatement(int nth, Connection real, Runnable act) {
    AtomicInteger left = new AtomicInteger(nth);
    return hooked(
        real,
        method -> {
          if (method.equals("prepareStatement") && left.decrementAndGet() == 0) {
            act.run();
          }
        },
        _ -> {});
  }

  /** After it has gone back to a savepoint. */
  static Connection afterGoingBack(Connection real, Runnable act) {
    return hooked(
        real,
        _ -> {},
        method -> {
          if (method.equals("rollback")) {
            act.run();
          }
        });
  }

  private interface Hook {
    void on(String method);
  }

  private static Connection hooked(Connection real, Hook before, Hook after) {
    return (Connection)
        Proxy.newProxyInstance(
            Meanwhile.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              before.on(method.getName());
              try {
                Object result = method.invoke(real, arguments);
                after.on(method.getName());
                return result;
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
