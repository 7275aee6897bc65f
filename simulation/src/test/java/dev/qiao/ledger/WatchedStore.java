package dev.qiao.ledger;

import dev.qiao.ledger.Landing.Proof;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A store that notes what its committed transactions were about, and in which order they came. */
final class WatchedStore implements Store {
  private final Store store;
  private final Log log;

  /** Of all stores of a database. */
  static final class Log {
    private final AtomicLong ticks = new AtomicLong();
    private final Queue<Landing> landings = new ConcurrentLinkedQueue<>();

    List<Landing> inOrder() {
      return landings.stream()
          .sorted((one, other) -> Long.compare(one.stamp(), other.stamp()))
          .toList();
    }
  }

  WatchedStore(Store store, Log log) {
    this.store = store;
    this.log = log;
  }

  @Override
  public void transaction(Work work) throws SQLException {
    long begunAt = log.ticks.incrementAndGet();
    Notes notes = new Notes();
    store.transaction(
        session -> {
          work.run(notes.watched(session));
          notes.stamp = log.ticks.incrementAndGet();
        });
    if (!notes.rows.isEmpty() || !notes.orders.isEmpty()) {
      log.landings.add(notes.landing(begunAt, log.ticks.incrementAndGet()));
    }
  }

  @Override
  public long makeRoom(Collection<PostingId> ids) throws SQLException {
    return store.makeRoom(ids);
  }

  private static final class Notes {
    private final List<Row> rows = new ArrayList<>();
    private final List<StoredOrder> orders = new ArrayList<>();
    private final Map<Long, Proof> accounts = new HashMap<>();
    private final Map<Long, Proof> allowances = new HashMap<>();
    private long stamp;

    Landing landing(long begunAt, long doneAt) {
      return new Landing(begunAt, stamp, doneAt, rows, orders, accounts, allowances);
    }

    Session watched(Session session) {
      return (Session)
          Proxy.newProxyInstance(
              Session.class.getClassLoader(),
              new Class<?>[] {Session.class},
              (_, method, arguments) -> {
                note(method.getName(), arguments);
                try {
                  return method.invoke(session, arguments);
                } catch (InvocationTargetException thrown) {
                  throw thrown.getCause();
                }
              });
    }

    private void note(String verb, Object... arguments) {
      switch (verb) {
        case "write" -> {
          for (Object row : (List<?>) arguments[0]) {
            rows.add((Row) row);
          }
        }
        case "store" -> stored(arguments);
        case "keep" -> {
          AccountOrder order = (AccountOrder) arguments[0];
          long at = (long) arguments[2];
          kept(
              order,
              (byte[]) arguments[1],
              at,
              new AccountChange.Changed(order.id(), Micros.instant(at), (Account) arguments[5]));
        }
        case "refuse" -> {
          AccountOrder order = (AccountOrder) arguments[0];
          kept(
              order,
              (byte[]) arguments[1],
              (long) arguments[2],
              new AccountChange.Refused(order.id(), (AccountRefusal) arguments[3]));
        }
        default -> {}
      }
    }

    private void kept(AccountOrder order, byte[] digest, long at, AccountChange first) {
      orders.add(new StoredOrder(order, digest, at, at, first));
    }

    private void stored(Object... arguments) {
      switch (arguments[0]) {
        case AccountChanges changes -> {
          note(accounts, changes.changed(), changes.columns(), 5);
          note(accounts, changes.read(), changes.readColumns(), 1);
        }
        case AllowanceChanges changes -> {
          for (int i = 0; i < changes.changed().size(); i++) {
            AllowanceState changed = changes.changed().get(i);
            allowances.put(
                changed.number(), new Proof(changes.storedVersions().get(i), changed.version()));
          }
          for (AllowanceState read : changes.read()) {
            allowances.put(read.number(), new Proof(read.version(), read.version()));
          }
        }
        case Account account -> {
          long version = (long) arguments[1];
          accounts.put(account.id().number(), new Proof(version - 1, version));
        }
        default -> {}
      }
    }

    /**
     * @param after the column of the version afterwards
     */
    private static void note(Map<Long, Proof> into, int rows, Object[] columns, int after) {
      for (int i = 0; i < rows; i++) {
        into.put(
            ((long[]) columns[0])[i],
            new Proof(((long[]) columns[1])[i], ((long[]) columns[after])[i]));
      }
    }
  }
}
