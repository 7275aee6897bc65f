package dev.qiao.ledger;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs commands together in transactions until each has an answer: again when that may help, under
 * lock while others write the same accounts, in halves when the database rejects something, so that
 * one bad command never fails its neighbours. Not safe for several threads.
 */
final class Runner {
  private static final int TRIES_MAX = 5;

  /** How many batches lock what they read after a remembered state was found to be stale. */
  private static final int LOCKED_BATCHES = 50;

  /** An id made this long ago may have been used before; a younger one shows when it is written. */
  private static final long YOUNG_MICROS = Micros.PER_SECOND;

  /**
   * The order of locks must be that of the ids: a nested loop keeps it, other joins may not. A
   * batch is never worth compiling for.
   */
  static final String SETTINGS =
      """
      set local lock_timeout = '5s';
      set local jit = off;
      set local enable_hashjoin = off;
      set local enable_mergejoin = off;
      set local enable_seqscan = off
      """;

  private final Transactions transactions;
  private final InstantSource clock;
  private final Memory memory;
  private int lockedBatches;

  Runner(Transactions transactions, InstantSource clock, Memory memory) {
    this.transactions = transactions;
    this.clock = clock;
    this.memory = memory;
  }

  boolean isLocking() {
    return lockedBatches > 0;
  }

  /** Others write the same accounts: lock them for some batches. */
  void lock() {
    lockedBatches = LOCKED_BATCHES;
  }

  /** Returns when every task has its answer. */
  void run(List<Task> tasks) {
    List<Task> repeats = new ArrayList<>();
    attempt(firstOfEachId(tasks, repeats), false);
    while (!repeats.isEmpty()) {
      List<Task> later = new ArrayList<>();
      attempt(firstOfEachId(repeats, later), true);
      repeats = later;
    }
  }

  private static List<Task> firstOfEachId(List<Task> tasks, List<Task> repeats) {
    Set<PostingId> seen = HashSet.newHashSet(tasks.size());
    List<Task> first = new ArrayList<>(tasks.size());
    for (Task task : tasks) {
      (seen.add(task.id()) ? first : repeats).add(task);
    }
    return first;
  }

  private void attempt(List<Task> tasks, boolean mayBeKnown) {
    boolean lookUpAll = mayBeKnown;
    for (int tries = 1; !tasks.isEmpty(); tries++) {
      try {
        once(tasks, lookUpAll);
        tasks.forEach(task -> task.answer.complete(task.result));
        return;
      } catch (Stale stale) {
        lock(); // Under lock nothing is stale: this happens once.
      } catch (TakenMeanwhile taken) {
        lookUpAll = true;
        lockedBatches = Math.max(lockedBatches, 1);
        if (tries > TRIES_MAX) {
          tasks.forEach(task -> task.answer.completeExceptionally(new LedgerUnavailable(taken)));
          return;
        }
      } catch (SetAside refused) {
        List<Task> others = new ArrayList<>(tasks);
        others.removeAll(new HashSet<>(refused.alone()));
        attempt(others, lookUpAll);
        refused.alone().forEach(task -> attempt(List.of(task), true));
        return;
      } catch (CompanionRejected rejected) {
        halve(tasks, rejected);
        return;
      } catch (SQLException failed) {
        if (SqlStates.isPassing(failed) && tries < TRIES_MAX) {
          Transactions.pause(tries);
        } else if (SqlStates.isUnavailable(failed)) {
          tasks.forEach(task -> task.answer.completeExceptionally(Transactions.translated(failed)));
          return;
        } else {
          halve(tasks, Transactions.translated(failed));
          return;
        }
      }
    }
  }

  /** Finds the one that is to blame. */
  private void halve(List<Task> tasks, RuntimeException failure) {
    if (tasks.size() == 1) {
      tasks.getFirst().answer.completeExceptionally(failure);
      return;
    }
    int middle = tasks.size() / 2;
    attempt(List.copyOf(tasks.subList(0, middle)), false);
    attempt(List.copyOf(tasks.subList(middle, tasks.size())), false);
  }

  private void once(List<Task> tasks, boolean lookUpAll) throws SQLException {
    Batch.Mode mode = lockedBatches > 0 ? Batch.Mode.LOCKING : Batch.Mode.REMEMBERING;
    long now = Micros.of(clock.instant());
    List<Task> known = lookUpAll ? tasks : known(tasks, now);
    try {
      transactions.once(
          SETTINGS,
          db -> {
            new Batch(db, memory, mode, tasks).run(known, now);
            return null;
          });
      memory.confirm();
      lockedBatches = Math.max(0, lockedBatches - 1);
    } catch (Throwable failed) {
      memory.forget();
      throw failed;
    }
  }

  /** Those whose id may have been used before. */
  List<Task> known(List<Task> tasks, long now) {
    return tasks.stream().filter(task -> !isYoung(task, now)).toList();
  }

  private static boolean isYoung(Task task, long now) {
    long madeAt = (task.id().value().getMostSignificantBits() >>> 16) * Micros.PER_MILLI;
    return madeAt > now - YOUNG_MICROS && madeAt <= now;
  }
}
