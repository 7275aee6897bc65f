package dev.qiao.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * The ledger inside a transaction of the caller's, who commits or rolls back. For rare acts that
 * need it: the accounts stay locked until then, so it comes last in the transaction. An exception
 * leaves nothing but a roll-back.
 */
public final class JoinedLedger {
  private final Connection connection;
  private final InstantSource clock;

  JoinedLedger(Connection connection, InstantSource clock) {
    this.connection = connection;
    this.clock = clock;
  }

  public PostResult post(Posting posting, Companion... companions) {
    return apply(posting, companions);
  }

  public PostResult hold(Hold hold, Companion... companions) {
    return apply(hold, companions);
  }

  public PostResult capture(Capture capture, Companion... companions) {
    return apply(capture, companions);
  }

  public PostResult release(Release release, Companion... companions) {
    return apply(release, companions);
  }

  public PostResult reverse(Reversal reversal, Companion... companions) {
    return apply(reversal, companions);
  }

  /** Changes the state or the limits of an account together with rows of the caller's. */
  public AccountChange change(AccountOrder order) {
    try {
      return new AccountOrders(join()).apply(order, Micros.of(clock.instant()));
    } catch (SQLException | TakenMeanwhile failed) {
      throw Transactions.translated(failed);
    }
  }

  private PostResult apply(Command command, Companion... companions) {
    Task task = new Task(command, List.of(companions));
    try {
      Db db = join();
      long idsSince = new PeriodTables(db).makeRoom(List.of(task.id()));
      Batch batch = Ledger.alone(db, Session.Access.LOCK, idsSince, task);
      batch.decide(List.of(task), Micros.of(clock.instant()));
      batch.write();
      return task.result;
    } catch (SQLException | TakenMeanwhile failed) {
      throw Transactions.translated(failed);
    }
  }

  private Db join() throws SQLException {
    if (connection.getAutoCommit()) {
      throw new IllegalStateException("There is no transaction to join");
    }
    Db db = new Db(connection);
    db.run("set local lock_timeout = '5s'");
    return db;
  }
}
