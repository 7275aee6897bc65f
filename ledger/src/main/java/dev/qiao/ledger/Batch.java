package dev.qiao.ledger;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One attempt at some commands in an open transaction. Takes business rows (guards), then accounts,
 * holds, allowances, each by id; decides; writes. Nothing of it counts before the commit.
 */
final class Batch {
  /** Whether states may be remembered, or must be locked and read. */
  enum Mode {
    REMEMBERING,
    LOCKING
  }

  private final Db db;
  private final Memory memory;
  private final Mode mode;
  private final List<Task> tasks;

  Batch(Db db, Memory memory, Mode mode, List<Task> tasks) {
    this.db = db;
    this.memory = memory;
    this.mode = mode;
    this.tasks = tasks;
  }

  /**
   * Gives every task its result.
   *
   * @param known the tasks whose id may have been used before
   * @param clock microseconds
   * @throws Stale when the database has other states than were remembered
   * @throws SetAside when some commands must run alone
   * @throws TakenMeanwhile when another transaction has used an id
   * @throws CompanionRejected when the database has rejected a companion
   */
  void run(List<Task> known, long clock) throws SQLException {
    tasks.forEach(Task::beginAttempt);
    new PostingTables(db).answer(known);
    List<Task> fresh = tasks.stream().filter(task -> task.result == null).toList();
    if (fresh.isEmpty()) {
      return;
    }
    Savepoint start = runGuards(fresh);
    Loaded loaded = load(fresh);
    decide(fresh, clock);
    takeBackGuards(fresh, start);
    store(fresh, loaded);
    new Companions(db).insert(fresh.stream().filter(Task::isAccepted).toList());
    fresh.forEach(task -> task.result = task.resultOfDecision());
  }

  /** Only decides, and writes nothing. */
  void preview(long clock) throws SQLException {
    new PostingTables(db).answer(tasks);
    List<Task> fresh = tasks.stream().filter(task -> task.result == null).toList();
    load(fresh);
    decide(fresh, clock);
    fresh.forEach(task -> task.result = task.resultOfDecision());
  }

  /** The point to go back to is made for a single command: others run alone when they need it. */
  private Savepoint runGuards(List<Task> fresh) throws SQLException {
    List<Task> guarded = fresh.stream().filter(task -> !task.guards.isEmpty()).toList();
    Savepoint start =
        guarded.size() == 1 && fresh.size() == 1 ? db.connection().setSavepoint() : null;
    new Companions(db).guard(guarded);
    return start;
  }

  private void takeBackGuards(List<Task> fresh, Savepoint start) throws SQLException {
    List<Task> alone = fresh.stream().filter(Task::leavesGuards).toList();
    if (alone.isEmpty()) {
      return;
    }
    if (start == null) {
      throw new SetAside(alone);
    }
    db.connection().rollback(start);
  }

  /** What this attempt has read, by the versions that it must prove. */
  private record Loaded(
      long[] accounts, Map<HoldId, HoldState> holds, Map<Long, AllowanceState> allowances) {}

  /**
   * Holds and postings are read after their accounts: whoever changes them changes the accounts'
   * versions, which are proven.
   */
  private Loaded load(List<Task> fresh) throws SQLException {
    World world = memory.world();
    Names names = new Names(fresh).resolve(db);
    long[] accounts = names.accounts();
    memory.named(accounts);
    if (mode == Mode.LOCKING) {
      new AccountTables(db).lock(accounts).forEach(world::add);
    } else {
      long[] missing = memory.missing(accounts);
      if (missing.length > 0) {
        new AccountTables(db).states(missing).forEach(world::add);
      }
    }
    world.holds.clear();
    world.past.clear();
    world.allowances.clear();
    world.wanted.clear();
    if (!names.holds().isEmpty()) {
      new HoldTables(db).states(names.holds()).forEach(hold -> world.holds.put(hold.id(), hold));
    }
    for (PostingId id : names.postings()) {
      world.wanted.add(id);
      new PostingTables(db)
          .past(id)
          .filter(past -> names.knows(id, past))
          .ifPresent(past -> world.past.put(id, past));
    }
    return new Loaded(accounts, Map.copyOf(world.holds), loadAllowances(names, world));
  }

  private Map<Long, AllowanceState> loadAllowances(Names names, World world) throws SQLException {
    for (HoldState hold : world.holds.values()) {
      hold.used().forEach(used -> names.allowances().add(used.allowance()));
    }
    for (PastPosting past : world.past.values()) {
      past.used().forEach(used -> names.allowances().add(used.allowance()));
    }
    Map<Long, AllowanceState> loaded = new HashMap<>();
    if (!names.allowances().isEmpty()) {
      AllowanceTables tables = new AllowanceTables(db);
      long[] ids = names.allowances().stream().mapToLong(Long::longValue).toArray();
      for (var stored : mode == Mode.LOCKING ? tables.lock(ids) : tables.find(ids)) {
        loaded.put(stored.state().number(), stored.state());
        world.add(stored.state());
      }
    }
    return loaded;
  }

  private void decide(List<Task> fresh, long clock) {
    for (Task task : fresh) {
      task.decision = memory.core().decide(task.command, task.guardMissed, clock);
    }
  }

  /** Accounts first: a state that was not the latest shows before anything else is written. */
  private void store(List<Task> fresh, Loaded loaded) throws SQLException {
    storeAccounts(loaded.accounts());
    storeHolds(loaded.holds());
    storeAllowances(loaded.allowances());
    List<Task> durable = fresh.stream().filter(Task::isDurable).toList();
    try {
      PostingRows.of(durable, memory.world()).send(db.connection());
      new AllowanceTables(db).insert(durable.stream().filter(Task::isAccepted).toList());
    } catch (SQLException failed) {
      throw takenOr(failed);
    }
  }

  private void storeAccounts(long... numbers) throws SQLException {
    if (!new AccountTables(db).store(AccountChanges.of(memory.world(), numbers))) {
      throw new Stale();
    }
  }

  private void storeHolds(Map<HoldId, HoldState> before) throws SQLException {
    List<HoldState> made = new ArrayList<>();
    List<HoldState> changed = new ArrayList<>();
    for (HoldState hold : memory.world().holds.values()) {
      HoldState stored = before.get(hold.id());
      if (stored == null) {
        made.add(hold);
      } else if (stored != hold) {
        changed.add(hold);
      }
    }
    try {
      new HoldTables(db).insert(made);
    } catch (SQLException failed) {
      throw takenOr(failed);
    }
    if (!changed.isEmpty()) {
      new HoldTables(db).update(changed);
    }
  }

  private void storeAllowances(Map<Long, AllowanceState> before) throws SQLException {
    List<AllowanceState> changed = new ArrayList<>();
    List<AllowanceState> read = new ArrayList<>();
    for (AllowanceState stored :
        before.values().stream().sorted(AllowanceState.BY_NUMBER).toList()) {
      AllowanceState now = memory.world().allowances.get(stored.number());
      (now.version() == stored.version() ? read : changed).add(now);
    }
    AllowanceTables tables = new AllowanceTables(db);
    if (!changed.isEmpty()) {
      List<Long> versions =
          changed.stream().map(state -> before.get(state.number()).version()).toList();
      for (int rows : tables.update(changed, versions)) {
        if (rows != 1) {
          throw new Stale();
        }
      }
    }
    long[] ids = read.stream().mapToLong(AllowanceState::number).toArray();
    long[] versions = read.stream().mapToLong(AllowanceState::version).toArray();
    if (ids.length > 0 && tables.unchanged(ids, versions) != ids.length) {
      throw new Stale();
    }
  }

  private static SQLException takenOr(SQLException failed) {
    if (SqlStates.isDuplicate(failed)) {
      throw new TakenMeanwhile();
    }
    return failed;
  }
}
