package dev.qiao.ledger;

import dev.qiao.ledger.Faults.Fault;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** A server's way to the database, on which everything may happen at every step. */
final class SimulatedStore implements Store {
  private static final List<String> CUTS = List.of("08006", "57P01", "08003", "53300");
  private static final List<String> PASSING = List.of("40001", "40P01", "55P03");

  /** A day, and as much as clocks may be wrong. */
  private static final long AHEAD_MAX = 10 * 24 * 3600 * Micros.PER_SECOND;

  private final Server server;
  private final Loom loom;
  private final Database database;
  private final Faults faults;
  private final Plant plant;

  SimulatedStore(Server server, Loom loom, Database database, Faults faults, Plant plant) {
    this.server = server;
    this.loom = loom;
    this.database = database;
    this.faults = faults;
    this.plant = plant;
  }

  long commits() {
    return database.commits();
  }

  Plant plant() {
    return plant;
  }

  @Override
  public void transaction(Work work) throws SQLException {
    long clock = loom.current().clock;
    loom.step();
    switch (faults.next()) {
      case CRASH -> crash();
      case CUT, PASSING -> throw cut();
      case NONE -> {}
    }
    OpenTransaction transaction = database.begin(clock);
    try {
      work.run(new SimulatedSession(this, database, transaction));
      commit(transaction);
    } catch (SQLException | RuntimeException | Error failed) {
      abandon(transaction, failed instanceof Ended);
      throw failed;
    }
  }

  /** What is done in a transaction that only reads, as of the commit of this number. */
  @FunctionalInterface
  interface Reading {
    void run(Session session, long asOf) throws SQLException;
  }

  /** Reads all of it as of one moment. */
  void read(Reading work) throws SQLException {
    loom.step();
    OpenTransaction transaction = database.beginToRead(loom.current().clock);
    try {
      work.run(new SimulatedSession(this, database, transaction), transaction.asOf());
    } finally {
      transaction.rollBack();
    }
  }

  @Override
  public long makeRoom(Collection<PostingId> ids) throws SQLException {
    loom.step();
    switch (faults.next()) {
      case CRASH -> crash();
      case CUT -> throw cut();
      case PASSING -> throw passing();
      case NONE -> {}
    }
    long takenFrom = roomFor(ids);
    loom.step();
    return takenFrom;
  }

  /** Microseconds: ids of earlier times were put aside. */
  long idsSince() {
    return database.periods.takenFrom();
  }

  long roomFor(Collection<PostingId> ids) {
    for (PostingId id : ids) {
      long ahead = Micros.ofId(id.value()) - loom.now();
      if (id.value().version() != 7 || ahead > AHEAD_MAX) {
        loom.fail(new Violation("Room is made for " + id));
      }
    }
    return database.periods.makeRoom(ids);
  }

  /** Between two statements. */
  void step(OpenTransaction transaction) throws SQLException {
    transaction.demandSound();
    loom.step();
    switch (faults.next()) {
      case CRASH -> crash();
      case CUT -> {
        abandon(transaction, true);
        throw cut();
      }
      case PASSING -> throw transaction.broken(passing());
      case NONE -> {}
    }
    transaction.demandSound();
  }

  private void commit(OpenTransaction transaction) throws SQLException {
    transaction.demandSound();
    loom.step();
    transaction.demandSound();
    if (transaction.rejectedAtCommit() != null) {
      transaction.rollBack();
      throw new CompanionRejected(
          new SQLException("Rejected at the commit", transaction.rejectedAtCommit()));
    }
    Fault fault = faults.next();
    if (fault == Fault.CRASH || fault == Fault.CUT) {
      switch (faults.way(3)) {
        case 0 -> abandon(transaction, true);
        case 1 -> transaction.commit();
        default -> later(transaction, "commit", transaction::commit);
      }
      if (fault == Fault.CRASH) {
        crash();
      }
      throw cut();
    }
    transaction.commit();
    loom.step(); // Durable, and nobody knows yet.
    if (faults.next() == Fault.CRASH) {
      crash();
    }
  }

  /** The database may take a while to notice that nobody is there any more. */
  private void abandon(OpenTransaction transaction, boolean isGone) {
    if (transaction.isOver() || transaction.isLeft()) {
      return;
    }
    if (isGone && !loom.isFailed() && faults.way(2) == 0) {
      later(transaction, "roll-back", transaction::rollBack);
    } else {
      transaction.rollBack();
    }
  }

  private void later(OpenTransaction transaction, String what, Runnable act) {
    transaction.leave();
    long delay = faults.delay();
    loom.start(
        "database " + what,
        null,
        () -> {
          loom.sleep(delay);
          act.run();
        });
  }

  private void crash() {
    server.crash();
    throw new Ended();
  }

  private SQLException cut() {
    return new SQLException("Cut", CUTS.get(faults.way(CUTS.size())));
  }

  private SQLException passing() {
    return new SQLException("Try again", PASSING.get(faults.way(PASSING.size())));
  }
}
