package dev.qiao.ledger;

import dev.qiao.ledger.Session.Access;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One attempt at some commands in an open transaction. Takes business rows (guards), then accounts
 * and allowances, each by number; decides; writes. Nothing of it counts before the commit.
 *
 * <p>It may be decided on what the batch before it has not committed yet: the memory tells it what
 * that is, and before it stores anything that proves it, it waits for that batch.
 */
final class Batch {
  /** What the batch stands on. */
  @FunctionalInterface
  interface Ground {
    /** Nothing but what the database has. */
    Ground FIRM = () -> {};

    /** Waits for the batch before; throws {@link Stale} when it has failed. */
    void await();
  }

  private final Session session;
  private final Memory memory;
  private final Access access;
  private final Ground ground;
  private final List<Task> tasks;
  private List<Task> fresh;
  private List<Row> rows;
  private AccountChanges accounts;
  private AllowanceChanges allowances;
  private HoldChanges holds;

  /**
   * @param access LOCK to read and lock all that is named; READ to read only what is not remembered
   */
  Batch(Session session, Memory memory, Access access, Ground ground, List<Task> tasks) {
    this.session = session;
    this.memory = memory;
    this.access = access;
    this.ground = ground;
    this.tasks = tasks;
  }

  /**
   * Gives every task its result, and leaves the memory as if this had been committed.
   *
   * @param known the tasks whose id may have been used before
   * @param clock microseconds
   * @throws SetAside when some commands must run alone
   * @throws CompanionRejected when the database has rejected a guard
   */
  void decide(Collection<Task> known, long clock) throws SQLException {
    tasks.forEach(Task::beginAttempt);
    answer(withThoseUnderWay(known));
    fresh = tasks.stream().filter(task -> task.result == null).toList();
    Object start = runGuards();
    load();
    Map<HoldId, HoldState> holdsBefore = memory.holds();
    List<AllowanceState> allowancesBefore = memory.allowances();
    decideFresh(clock);
    takeBackGuards(start);
    World world = memory.world();
    rows = fresh.stream().filter(Task::isDurable).map(task -> Row.of(task, world)).toList();
    accounts = memory.accountChanges();
    allowances = AllowanceChanges.of(world, allowancesBefore);
    holds = HoldChanges.of(world, holdsBefore);
    memory.settle();
  }

  /**
   * Writes it. The commands go in while the batch before may still be under way; what proves the
   * states that they were decided on, only after it.
   *
   * @throws Stale when the database has other states than were remembered
   * @throws TakenMeanwhile when another transaction has used an id
   * @throws CompanionRejected when the database has rejected a companion
   */
  void write() throws SQLException {
    if (!rows.isEmpty()) {
      session.write(rows);
    }
    ground.await();
    if (!session.store(accounts)) {
      throw new Stale();
    }
    session.store(holds);
    if (!session.store(allowances)) {
      throw new Stale();
    }
    session.insert(fresh.stream().filter(Task::isAccepted).toList());
  }

  /** Only decides, and writes nothing. */
  void preview(long clock) throws SQLException {
    answer(tasks);
    fresh = tasks.stream().filter(task -> task.result == null).toList();
    load();
    decideFresh(clock);
  }

  private void decideFresh(long clock) {
    for (Task task : fresh) {
      task.decision = memory.core().decide(task.command, task.guardMissed, clock);
      task.result = task.resultOfDecision();
    }
  }

  /** An id that the batch before has asked for too shows only when that is over. */
  private Collection<Task> withThoseUnderWay(Collection<Task> known) {
    List<Task> twice = tasks.stream().filter(task -> memory.hasJustAsked(task.id())).toList();
    if (twice.isEmpty()) {
      return known;
    }
    ground.await();
    Set<Task> all = new LinkedHashSet<>(known);
    all.addAll(twice);
    return all;
  }

  /** Gives those that have been asked before their result. */
  private void answer(Collection<Task> known) throws SQLException {
    if (known.isEmpty()) {
      return;
    }
    Map<PostingId, Stored> stored = new HashMap<>();
    session
        .stored(known.stream().map(Task::id).toList())
        .forEach(found -> stored.put(found.id(), found));
    for (Task task : known) {
      Stored before = stored.get(task.id());
      if (before != null) {
        task.result =
            before.isOf(task.digest)
                ? new PostResult.Replayed(session.again(before))
                : new PostResult.IdReused(task.id());
      }
    }
  }

  /** The point to go back to is made for a single command: others run alone when they need it. */
  private Object runGuards() throws SQLException {
    List<Task> guarded = fresh.stream().filter(task -> !task.guards.isEmpty()).toList();
    if (guarded.isEmpty()) {
      return null;
    }
    Object start = fresh.size() == 1 ? session.mark() : null;
    session.guard(guarded);
    return start;
  }

  private void takeBackGuards(Object start) throws SQLException {
    List<Task> alone = fresh.stream().filter(Task::leavesGuards).toList();
    if (alone.isEmpty()) {
      return;
    }
    if (start == null) {
      throw new SetAside(alone);
    }
    session.takeBack(start);
  }

  private void load() throws SQLException {
    World world = memory.world();
    Names names = new Names(fresh);
    if (names.postings().stream().anyMatch(memory::hasJustAsked)) {
      ground.await();
    }
    memory.begin(names, fresh);
    if (access == Access.LOCK) {
      memory.forgetNamed();
    }
    // The accounts behind a hold or a posting never change, so they may be read before a lock. What
    // is not there yet counts as missing from then on.
    Map<HoldId, AccountId> holdAccounts = holdAccounts(names);
    List<PostingId> postings = memory.missingPostings();
    Set<PostingId> moved = moved(postings, names);
    if (access == Access.LOCK) {
      memory.forgetNamed(); // Those that were just found out, too.
    }
    long[] accounts = memory.missingAccounts();
    if (accounts.length > 0) {
      session.accounts(access, accounts).forEach(world::add);
    }
    // After their accounts: whoever changes them changes the accounts' versions, which are proven.
    if (!holdAccounts.isEmpty()) {
      session.holds(holdAccounts.keySet()).forEach(hold -> world.holds.put(hold.id(), hold));
    }
    for (PostingId id : postings) {
      session
          .past(id)
          .filter(past -> past.legs().isEmpty() || moved.contains(id))
          .ifPresent(past -> world.past.put(id, past));
    }
    loadAllowances(names);
  }

  /** The accounts of the holds that are to be read; those of the remembered ones are noted. */
  private Map<HoldId, AccountId> holdAccounts(Names names) throws SQLException {
    for (HoldState hold : memory.holds().values()) {
      if (hold != null) {
        names.account(new AccountId(hold.account()));
      }
    }
    List<HoldId> missing = memory.missingHolds();
    Map<HoldId, AccountId> accounts = missing.isEmpty() ? Map.of() : session.accountsOf(missing);
    accounts.values().forEach(names::account);
    return accounts;
  }

  /** Those of the postings that have moved something, with their accounts noted. */
  private Set<PostingId> moved(List<PostingId> postings, Names names) throws SQLException {
    for (PostingId id : names.postings()) {
      PastPosting past = memory.world().past.get(id);
      if (past != null) {
        names.accountsOf(past);
      }
    }
    Set<PostingId> moved = new HashSet<>();
    for (PostingId id : postings) {
      List<AccountId> touched = session.accountsOf(id);
      touched.forEach(names::account);
      if (!touched.isEmpty()) {
        moved.add(id);
      }
    }
    return moved;
  }

  private void loadAllowances(Names names) throws SQLException {
    for (HoldState hold : memory.holds().values()) {
      if (hold != null) {
        names.allowancesOf(hold.used());
      }
    }
    for (PostingId id : names.postings()) {
      PastPosting past = memory.world().past.get(id);
      if (past != null) {
        names.allowancesOf(past.used());
      }
    }
    long[] missing = memory.missingAllowances();
    if (missing.length > 0) {
      session.allowances(access, missing).forEach(memory.world()::add);
    }
  }
}
