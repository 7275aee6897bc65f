package dev.qiao.ledger;

import static dev.qiao.ledger.KillPoint.ACCOUNTS_READ;
import static dev.qiao.ledger.KillPoint.ACCOUNTS_STORED;
import static dev.qiao.ledger.KillPoint.BEGUN;
import static dev.qiao.ledger.KillPoint.COMMITTED;
import static dev.qiao.ledger.KillPoint.COMPANIONS_INSERTED;
import static dev.qiao.ledger.KillPoint.ROWS_WRITTEN;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that calls somebody when the nth transaction gets to a point, and lets them block it. */
final class StoppingStore implements Store {
  private final Store store;
  private final KillPoint point;
  private final Runnable stop;
  private final AtomicInteger left;

  StoppingStore(Store store, KillPoint point, int nth, Runnable stop) {
    this.store = store;
    this.point = point;
    this.stop = stop;
    this.left = new AtomicInteger(nth);
  }

  @Override
  public void transaction(Work work) throws SQLException {
    store.transaction(
        session -> {
          pass(BEGUN);
          work.run(watched(session));
        });
    pass(COMMITTED);
  }

  @Override
  public long makeRoom(Collection<PostingId> ids) throws SQLException {
    return store.makeRoom(ids);
  }

  private void pass(KillPoint reached) {
    if (reached == point && left.decrementAndGet() == 0) {
      stop.run();
    }
  }

  private Session watched(Session session) {
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (_, method, arguments) -> {
              Object answer;
              try {
                answer = method.invoke(session, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
              switch (method.getName()) {
                case "accounts" -> pass(ACCOUNTS_READ);
                case "write" -> pass(ROWS_WRITTEN);
                case "store" -> {
                  if (arguments[0] instanceof AccountChanges) {
                    pass(ACCOUNTS_STORED);
                  }
                }
                case "insert" -> pass(COMPANIONS_INSERTED);
                default -> {}
              }
              return answer;
            });
  }
}
