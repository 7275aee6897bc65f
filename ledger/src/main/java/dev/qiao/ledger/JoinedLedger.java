package dev.qiao.ledger;

import dev.qiao.money.Money;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

  public PostResult increase(Increase increase, Companion... companions) {
    return apply(increase, companions);
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
      return new AccountOrders(new SqlSession(join())).apply(order, Micros.of(clock.instant()));
    } catch (SQLException | TakenMeanwhile failed) {
      throw Transactions.translated(failed);
    }
  }

  /** As {@link Ledger#openAllowance}. */
  public AllowanceId openAllowance(AllowanceTerms terms) {
    return allowances(open -> open.open(terms, Micros.of(clock.instant())));
  }

  /** As {@link Ledger#allowance}. */
  public Optional<Allowance> allowance(AllowanceId id) {
    return allowances(open -> open.find(id, Micros.of(clock.instant())));
  }

  /** As {@link Ledger#capAllowance}; of several allowances, the lowest number first. */
  public Optional<Allowance> capAllowance(AllowanceId id, Money cap) {
    return allowances(open -> open.cap(id, cap, Micros.of(clock.instant())));
  }

  /** As {@link Ledger#moveAllowance}. */
  public Optional<Allowance> moveAllowance(AllowanceId id, ZoneId zone) {
    return allowances(open -> open.move(id, zone, Micros.of(clock.instant())));
  }

  private <T> T allowances(Act<T> act) {
    try {
      return act.on(new Allowances(join()));
    } catch (SQLException | TakenMeanwhile failed) {
      throw Transactions.translated(failed);
    }
  }

  /** Something done to allowances in the transaction that it joins. */
  @FunctionalInterface
  private interface Act<T> {
    T on(Allowances allowances) throws SQLException;
  }

  private PostResult apply(Command command, Companion... companions) {
    Task task = new Task(command, List.of(companions));
    try {
      Db db = join();
      PeriodTables periods = new PeriodTables(db);
      run(new SqlSession(db), periods.since(), periods::makeRoom, task, Micros.of(clock.instant()));
      return task.result;
    } catch (SQLException | TakenMeanwhile | Stale | NoRoom failed) {
      // Stale: going back to before the guards has given back the locks, too.
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

  /** Makes room in the transaction that it joins. */
  @FunctionalInterface
  interface Room {
    long make(Collection<PostingId> ids) throws SQLException;
  }

  /** Only what is to be written needs room: an id that is refused must not get any. */
  static void run(Session session, long idsSince, Room room, Task task, long now)
      throws SQLException {
    Batch batch = Ledger.alone(session, Session.Access.LOCK, idsSince, task);
    batch.decide(List.of(task), now);
    if (task.decision != null && task.isDurable()) {
      room.make(List.of(task.id()));
    }
    batch.write();
  }
}
