package dev.qiao.ledger;

import dev.qiao.model.Key;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/** A transaction that has neither committed nor been rolled back. */
final class OpenTransaction {
  private static final long LOCK_TIMEOUT_MICROS = 5 * Micros.PER_SECOND;

  static final long LATEST = -1;

  /** The reader's clock when it began, in microseconds. */
  final long clock;

  private final Database database;
  private final long snapshot;
  private final Map<Key, Object> written = new LinkedHashMap<>();
  private final Set<Key> locked = new LinkedHashSet<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<Key, Long> seenAt = new HashMap<>();
  private final List<Runnable> undo = new ArrayList<>();
  private OpenTransaction waitsFor;
  private long provenAt;
  private boolean isBroken;
  private boolean isOver;
  private boolean isLeft;
  private String rejectedAtCommit;
  private LongConsumer onCommit = _ -> {};

  /**
   * @param snapshot the commit of which all of it reads; {@link #LATEST} when each statement sees
   *     what is committed when it begins
   */
  OpenTransaction(Database database, long clock, long snapshot) {
    this.database = database;
    this.clock = clock;
    this.snapshot = snapshot;
    this.provenAt = database.commits();
  }

  Map<Key, Object> written() {
    return written;
  }

  Set<Key> locked() {
    return locked;
  }

  List<Row> rows() {
    return rows;
  }

  /** After which commit something was looked at that nobody has locked or proven since. */
  Map<Key, Long> seenAt() {
    return seenAt;
  }

  void sees(Key key, long asOf) {
    seenAt.put(key, asOf);
  }

  /** After which commit the states that it was decided on were still those of the database. */
  long provenAt() {
    return provenAt;
  }

  void prove() {
    provenAt = database.commits();
  }

  void rejectAtCommit(String sqlState) {
    rejectedAtCommit = sqlState;
  }

  String rejectedAtCommit() {
    return rejectedAtCommit;
  }

  /** Runs with the commit, and is told its number. */
  void onCommit(LongConsumer act) {
    onCommit = act;
  }

  void tellCommitted(long number) {
    onCommit.accept(number);
  }

  boolean isOver() {
    return isOver;
  }

  /** Its client is gone; the database ends it alone. */
  void leave() {
    isLeft = true;
  }

  boolean isLeft() {
    return isLeft;
  }

  /** After an error nothing works but going back. */
  void demandSound() throws SQLException {
    if (isOver || isLeft) {
      throw new SQLException("The transaction is over", "08003");
    }
    if (isBroken) {
      throw new SQLException("The transaction is aborted", "25P02");
    }
  }

  <T extends Exception> T broken(T why) {
    isBroken = true;
    return why;
  }

  /** What a statement that began after that commit sees. */
  Object read(Key key, long asOf) {
    return written.containsKey(key) ? written.get(key) : database.at(key, asOf);
  }

  Object readNow(Key key) {
    return read(key, asOf());
  }

  /** The last commit that a statement that begins now sees. */
  long asOf() {
    return snapshot == LATEST ? database.commits() : snapshot;
  }

  /** Waits for whoever has written the row, or locked it. */
  void lock(Key key) throws SQLException {
    OpenTransaction owner = database.ownerOf(key);
    while (owner != null && owner != this) {
      if (owner.waitsFor(this)) {
        throw broken(new SQLException("Deadlock", "40P01"));
      }
      waitsFor = owner;
      OpenTransaction awaited = owner;
      boolean isFree;
      try {
        isFree =
            database.loom.await(
                database, () -> database.ownerOf(key) != awaited, LOCK_TIMEOUT_MICROS);
      } finally {
        waitsFor = null;
      }
      if (!isFree) {
        throw broken(new SQLException("Lock not available", "55P03"));
      }
      demandSound();
      owner = database.ownerOf(key);
    }
    if (owner == null) {
      database.lock(key, this);
      locked.add(key);
      undo.add(
          () -> {
            locked.remove(key);
            database.unlock(List.of(key));
          });
    }
  }

  private boolean waitsFor(OpenTransaction other) {
    for (OpenTransaction next = this; next != null; next = next.waitsFor) {
      if (next == other) {
        return true;
      }
    }
    return false;
  }

  void write(Key key, Object value) {
    boolean had = written.containsKey(key);
    Object before = written.put(key, value);
    undo.add(
        () -> {
          if (had) {
            written.put(key, before);
          } else {
            written.remove(key);
          }
        });
  }

  void keep(Row row) {
    rows.add(row);
    undo.add(rows::removeLast);
  }

  int mark() {
    return undo.size();
  }

  void takeBack(int mark) {
    isBroken = false;
    while (undo.size() > mark) {
      undo.removeLast().run();
    }
  }

  void commit() {
    if (!isOver) {
      isOver = true;
      database.commit(this);
    }
  }

  void rollBack() {
    if (!isOver) {
      isOver = true;
      database.rollBack(this);
    }
  }
}
