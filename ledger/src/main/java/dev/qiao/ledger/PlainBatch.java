package dev.qiao.ledger;

import java.sql.SQLException;
import java.util.List;

/**
 * A batch of postings that touch nothing but accounts: decided on remembered states, those of the
 * batch before it included, and written while the next one is decided.
 */
record PlainBatch(PostingRows rows, AccountChanges changes) {

  static boolean isPlain(Task task) {
    return task.command instanceof Posting posting
        && posting.uses().isEmpty()
        && task.guards.isEmpty()
        && task.inserts.isEmpty();
  }

  /** Decides, and leaves the memory as if this had been committed. */
  static PlainBatch decide(Db db, Memory memory, List<Task> tasks, List<Task> known, long clock)
      throws SQLException {
    tasks.forEach(Task::beginAttempt);
    new PostingTables(db).answer(known);
    List<Task> fresh = tasks.stream().filter(task -> task.result == null).toList();
    long[] accounts = new Names(fresh).accounts();
    memory.named(accounts);
    long[] missing = memory.missing(accounts);
    if (missing.length > 0) {
      new AccountTables(db).states(missing).forEach(memory.world()::add);
    }
    for (Task task : fresh) {
      task.decision = memory.core().decide(task.command, false, clock);
      task.result = task.resultOfDecision();
    }
    List<Task> durable = fresh.stream().filter(Task::isDurable).toList();
    PlainBatch batch =
        new PlainBatch(
            PostingRows.of(durable, memory.world()), AccountChanges.of(memory.world(), accounts));
    memory.confirm();
    return batch;
  }

  /**
   * Writes it. The postings go in while the batch before may still be under way; the accounts,
   * which prove what was decided, only after it.
   */
  void write(Db db, Turn before) throws SQLException {
    rows.send(db.connection());
    if (!before.hasCommitted() || !new AccountTables(db).store(changes)) {
      throw new Stale();
    }
  }
}
