package dev.qiao.ledger;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one batch be decided while the one before it is written. Deciding goes by turns; whatever is
 * not plain, or goes wrong, is left to the {@link Runner}, alone.
 */
final class Lanes {
  private final Transactions transactions;
  private final InstantSource clock;
  private final Memory memory;
  private final Runner runner;
  private final ReentrantLock deciding = new ReentrantLock(true);
  private Turn last = Turn.NONE;

  Lanes(Transactions transactions, InstantSource clock, int accountsRememberedMax) {
    this.transactions = transactions;
    this.clock = clock;
    this.memory = new Memory(accountsRememberedMax);
    this.runner = new Runner(transactions, clock, memory);
  }

  /**
   * Takes a batch when it is its turn, and returns when it is answered; false when there is none.
   */
  boolean run(Supplier<List<Task>> queue) {
    deciding.lock();
    try {
      List<Task> tasks = queue.get();
      if (!tasks.isEmpty()) {
        run(tasks);
      }
      return !tasks.isEmpty();
    } finally {
      if (deciding.isHeldByCurrentThread()) {
        deciding.unlock();
      }
    }
  }

  private void run(List<Task> tasks) {
    try {
      if (runner.isLocking() || memory.isFull() || !arePlain(tasks)) {
        alone(tasks);
      } else {
        together(tasks);
      }
    } catch (RuntimeException | Error bug) {
      tasks.forEach(task -> task.answer.completeExceptionally(bug)); // Those without an answer.
    }
  }

  private void alone(List<Task> tasks) {
    if (!last.hasCommitted() || memory.isFull()) {
      memory.clear();
    }
    last = Turn.NONE;
    runner.run(tasks);
  }

  private void together(List<Task> tasks) {
    if (last.hasFailed()) {
      memory.clear();
      last = Turn.NONE;
    }
    Turn before = last;
    Turn turn = new Turn();
    last = turn;
    long now = Micros.of(clock.instant());
    List<Task> known = runner.known(tasks, now);
    boolean committed = false;
    try {
      transactions.once(
          Runner.SETTINGS,
          db -> {
            PlainBatch batch = PlainBatch.decide(db, memory, tasks, known, now);
            deciding.unlock();
            batch.write(db, before);
            return batch;
          });
      committed = true;
    } catch (Stale stale) {
      again(turn, tasks, before.hasCommitted());
    } catch (SQLException | RuntimeException failed) {
      again(turn, tasks, false);
    } finally {
      turn.end(committed);
    }
    if (committed) {
      tasks.forEach(task -> task.answer.complete(task.result));
    }
  }

  /** The transaction is rolled back: all of it again, alone, from what the database says. */
  private void again(Turn turn, List<Task> tasks, boolean othersWrite) {
    turn.end(false);
    if (!deciding.isHeldByCurrentThread()) {
      deciding.lock();
    }
    last.hasCommitted();
    memory.clear();
    last = Turn.NONE;
    if (othersWrite) {
      runner.lock();
    }
    runner.run(tasks);
  }

  private static boolean arePlain(List<Task> tasks) {
    Set<PostingId> ids = HashSet.newHashSet(tasks.size());
    for (Task task : tasks) {
      if (!PlainBatch.isPlain(task) || !ids.add(task.id())) {
        return false;
      }
    }
    return true;
  }
}
