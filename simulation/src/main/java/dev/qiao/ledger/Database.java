package dev.qiao.ledger;

import dev.qiao.model.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows with all that they ever were, and transactions that see them as those of PostgreSQL's READ
 * COMMITTED do: each statement sees what was committed when it began, writers of the same row wait
 * for each other, and whoever waits then meets the row as it is by then.
 */
final class Database {
  private final Map<Key, Versions> rows = new HashMap<>();
  private final Map<Key, OpenTransaction> locks = new HashMap<>();
  private final Map<PostingId, List<Kept>> reversals = new HashMap<>();
  private final Map<HoldId, List<Kept>> usesForHolds = new HashMap<>();
  private final List<Kept> kept = new ArrayList<>();
  private final Set<OpenTransaction> open = new LinkedHashSet<>();
  final Periods periods;
  final Loom loom;
  private final Trace trace;
  private CommitListener listener = (_, _) -> {};
  private long commits;

  /** A stored command, and the commit that stored it. */
  record Kept(long commit, Row row) {}

  /** Is told of each commit as it happens. */
  interface CommitListener {
    void committed(OpenTransaction transaction, long number);
  }

  Database(Loom loom, Trace trace, Periods periods) {
    this.loom = loom;
    this.trace = trace;
    this.periods = periods;
  }

  void tell(CommitListener listener) {
    this.listener = listener;
  }

  /** How many transactions have committed. */
  long commits() {
    return commits;
  }

  Object latest(Key key) {
    Versions versions = rows.get(key);
    return versions == null ? null : versions.latest();
  }

  Object at(Key key, long commit) {
    Versions versions = rows.get(key);
    return versions == null ? null : versions.at(commit);
  }

  Set<Key> keys() {
    return rows.keySet();
  }

  List<Kept> kept() {
    return kept;
  }

  List<Kept> reversalsOf(PostingId id) {
    return reversals.getOrDefault(id, List.of());
  }

  List<Kept> usesFor(HoldId id) {
    return usesForHolds.getOrDefault(id, List.of());
  }

  OpenTransaction begin(long clock) {
    return begin(new OpenTransaction(this, clock, OpenTransaction.LATEST));
  }

  /** All that it reads is of this moment. */
  OpenTransaction beginToRead(long clock) {
    return begin(new OpenTransaction(this, clock, commits));
  }

  private OpenTransaction begin(OpenTransaction transaction) {
    open.add(transaction);
    return transaction;
  }

  boolean isQuiet() {
    return open.isEmpty();
  }

  OpenTransaction ownerOf(Key key) {
    return locks.get(key);
  }

  void lock(Key key, OpenTransaction owner) {
    locks.put(key, owner);
  }

  void unlock(Iterable<Key> keys) {
    keys.forEach(locks::remove);
    loom.wake(this);
  }

  /** Before anybody else does anything: the transaction that puts the first rows there. */
  void put(Key key, Object value) {
    rows.computeIfAbsent(key, _ -> new Versions()).add(commits, value);
  }

  void commit(OpenTransaction transaction) {
    commits++;
    transaction
        .written()
        .forEach(
            (key, value) -> rows.computeIfAbsent(key, _ -> new Versions()).add(commits, value));
    transaction.rows().forEach(row -> keep(new Kept(commits, row)));
    trace.add(commits);
    end(transaction);
    listener.committed(transaction, commits);
  }

  void rollBack(OpenTransaction transaction) {
    end(transaction);
  }

  private void end(OpenTransaction transaction) {
    open.remove(transaction);
    unlock(transaction.locked());
  }

  private void keep(Kept one) {
    kept.add(one);
    one.row()
        .header()
        .of()
        .ifPresent(of -> reversals.computeIfAbsent(of, _ -> new ArrayList<>()).add(one));
    if (one.row().decision() instanceof Decision.Accepted accepted) {
      Set<HoldId> holds = new HashSet<>();
      accepted.used().forEach(used -> holds.add(used.hold()));
      holds.remove(null);
      holds.forEach(hold -> usesForHolds.computeIfAbsent(hold, _ -> new ArrayList<>()).add(one));
    }
  }
}
