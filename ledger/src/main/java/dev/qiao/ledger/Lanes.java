package dev.qiao.ledger;

import dev.qiao.ledger.Session.Access;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Lets one batch be decided while the one before it is written. Deciding goes by turns; what goes
 * wrong is left to the {@link Runner}, alone.
 */
final class Lanes {
  private final Store store;
  private final InstantSource clock;
  private final Schedule schedule;
  private final Memory memory;
  private final Runner runner;
  private boolean deciding;
  private Turn last = Turn.none();

  Lanes(Store store, InstantSource clock, Schedule schedule, int accountsRememberedMax) {
    this.store = store;
    this.clock = clock;
    this.schedule = schedule;
    this.memory = new Memory(accountsRememberedMax);
    this.runner = new Runner(store, clock, schedule, memory);
  }

  /**
   * Takes a batch when it is its turn, and returns when it is answered; false when there is none.
   */
  boolean run(Supplier<List<Task>> queue) {
    try (Lane lane = new Lane()) {
      List<Task> tasks = queue.get();
      if (!tasks.isEmpty()) {
        lane.run(tasks);
      }
      return !tasks.isEmpty();
    }
  }

  /** One batch on its way. Whoever decides holds the memory, and is the only one to do so. */
  private final class Lane implements AutoCloseable {
    private boolean decides;

    Lane() {
      take();
    }

    void run(List<Task> tasks) {
      try {
        if (runner.isLocking() || memory.isFull() || !areDifferent(tasks)) {
          alone(tasks);
        } else {
          together(tasks);
        }
      } catch (RuntimeException | Error bug) {
        tasks.forEach(task -> task.answer.completeExceptionally(bug)); // Those without an answer.
      }
    }

    private void alone(List<Task> tasks) {
      waitForLast();
      if (memory.isFull()) {
        memory.clear();
      }
      runner.run(tasks);
    }

    private void together(List<Task> tasks) {
      if (last.hasFailed()) {
        waitForLast();
      }
      Turn before = last;
      Turn turn = new Turn();
      last = turn;
      try {
        long now = Micros.of(clock.instant());
        List<Task> known = runner.known(tasks, now);
        store.transaction(
            session -> {
              Batch batch = new Batch(session, memory, Access.READ, () -> standOn(before), tasks);
              batch.decide(known, now);
              give();
              batch.write();
            });
        end(turn, true);
      } catch (SetAside refused) {
        again(turn, false, () -> runner.apart(tasks, refused));
      } catch (Stale stale) {
        again(turn, before.hasCommitted(), () -> runner.run(tasks));
      } catch (SQLException unknown) {
        again(turn, false, () -> runner.lookUp(tasks));
      } catch (RuntimeException failed) {
        again(turn, false, () -> runner.run(tasks));
      } finally {
        end(turn, false);
      }
      if (turn.hasCommitted()) {
        tasks.forEach(task -> task.answer.complete(task.result));
      }
    }

    /** The transaction is rolled back: all of it again, alone. */
    private void again(Turn turn, boolean othersWrite, Runnable alone) {
      end(turn, false);
      take();
      waitForLast();
      if (othersWrite) {
        runner.lock();
      }
      alone.run();
    }

    /** Whoever stood on what has failed is over by now, too. */
    private void waitForLast() {
      schedule.await(last::isOver);
      if (last.hasFailed()) {
        memory.clear();
      }
      last = Turn.none();
    }

    private void take() {
      if (!decides) {
        schedule.await(
            () -> {
              boolean isFree = !deciding;
              deciding = true;
              return isFree;
            });
        decides = true;
      }
    }

    private void give() {
      if (decides) {
        decides = false;
        schedule.change(() -> deciding = false);
      }
    }

    @Override
    public void close() {
      give();
    }
  }

  private void end(Turn turn, boolean hasCommitted) {
    schedule.change(() -> turn.end(hasCommitted));
  }

  private void standOn(Turn before) {
    schedule.await(before::isOver);
    if (before.hasFailed()) {
      throw new Stale();
    }
  }

  private static boolean areDifferent(List<Task> tasks) {
    Set<PostingId> ids = HashSet.newHashSet(tasks.size());
    return tasks.stream().allMatch(task -> ids.add(task.id()));
  }
}
