package dev.qiao.ledger;

import dev.qiao.ledger.Session.Access;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs commands together in transactions until each has an answer: again when that may help, under
 * lock while others write the same accounts, in halves when the database or our own code fails on
 * something, so that one bad command never fails its neighbours. Not safe for several threads.
 */
final class Runner {
  private static final int TRIES_MAX = 5;

  /** How many batches lock what they read after a remembered state was found to be stale. */
  private static final int LOCKED_BATCHES = 50;

  /** An id made this long ago may have been used before; a younger one shows when it is written. */
  private static final long YOUNG_MICROS = Micros.PER_SECOND;

  private final Store store;
  private final InstantSource clock;
  private final Schedule schedule;
  private final Memory memory;
  private int lockedBatches;

  Runner(Store store, InstantSource clock, Schedule schedule, Memory memory) {
    this.store = store;
    this.clock = clock;
    this.schedule = schedule;
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

  /** Runs tasks that may have been committed already; all of different ids. */
  void lookUp(List<Task> tasks) {
    attempt(tasks, true);
  }

  /** Runs tasks of which some must run alone; all of different ids. */
  void apart(List<Task> tasks, SetAside refused) {
    apart(tasks, refused, false);
  }

  private void apart(List<Task> tasks, SetAside refused, boolean mayBeKnown) {
    List<Task> others = new ArrayList<>(tasks);
    others.removeAll(new HashSet<>(refused.alone()));
    attempt(others, mayBeKnown);
    refused.alone().forEach(task -> attempt(List.of(task), true));
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
        lock(); // Under lock nothing is stale, unless going back to before a guard gave it back.
      } catch (TakenMeanwhile taken) {
        lookUpAll = true;
        lockedBatches = Math.max(lockedBatches, 1);
        if (tries > TRIES_MAX) {
          tasks.forEach(task -> task.answer.completeExceptionally(new LedgerUnavailable(taken)));
          return;
        }
      } catch (NoRoom missing) {
        lookUpAll = true;
        if (tries > TRIES_MAX || !makeRoom(tasks)) {
          tasks.forEach(task -> task.answer.completeExceptionally(new LedgerUnavailable(missing)));
          return;
        }
      } catch (SetAside refused) {
        apart(tasks, refused, lookUpAll);
        return;
      } catch (CompanionRejected rejected) {
        halve(tasks, rejected);
        return;
      } catch (RuntimeException bug) {
        halve(tasks, bug);
        return;
      } catch (SQLException failed) {
        if (SqlStates.isPassing(failed) && tries < TRIES_MAX) {
          schedule.pause(tries);
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

  /** Only for what was to be written: there is no room for what is refused because of its id. */
  private boolean makeRoom(List<Task> tasks) {
    List<PostingId> ids =
        tasks.stream()
            .filter(task -> task.decision != null && task.isDurable())
            .map(Task::id)
            .toList();
    try {
      memory.world().idsSince = store.makeRoom(ids);
      return true;
    } catch (SQLException failed) {
      return false;
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
    Access access = lockedBatches > 0 ? Access.LOCK : Access.READ;
    long now = Micros.of(clock.instant());
    List<Task> known = lookUpAll ? tasks : known(tasks, now);
    boolean committed = false;
    try {
      store.transaction(
          session -> {
            Batch batch = new Batch(session, memory, access, Batch.Ground.FIRM, tasks);
            batch.decide(known, now);
            batch.write();
          });
      committed = true;
      lockedBatches = Math.max(0, lockedBatches - 1);
    } finally {
      if (!committed) {
        memory.forgetNamed();
      }
    }
  }

  /** Those whose id may have been used before. */
  List<Task> known(List<Task> tasks, long now) {
    return tasks.stream().filter(task -> !isYoung(task, now)).toList();
  }

  /**
   * One of a period that was put aside is not, whatever the clock says: it is not written again.
   */
  private boolean isYoung(Task task, long now) {
    long madeAt = Micros.ofId(task.id().value());
    return madeAt > now - YOUNG_MICROS && madeAt <= now && madeAt >= memory.world().idsSince;
  }
}
