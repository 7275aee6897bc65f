package dev.qiao.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gathers what arrives while a batch commits into the next batch, without waiting for more. Its
 * lanes are there only while there is something to do.
 */
final class Writer {
  private static final int BATCH_MAX = 4_096;
  private static final int WAITING_MAX = 16_384;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private static final int LANES = 2;

  private final Lanes lanes;
  private final Schedule schedule;
  private final BlockingQueue<Task> waiting;
  private final AtomicInteger open = new AtomicInteger();

  /**
   * @param accountsRememberedMax how many account states it keeps between batches
   */
  Writer(Store store, InstantSource clock, Schedule schedule, int accountsRememberedMax) {
    this(store, clock, schedule, accountsRememberedMax, WAITING_MAX);
  }

  Writer(
      Store store,
      InstantSource clock,
      Schedule schedule,
      int accountsRememberedMax,
      int waitingMax) {
    this.lanes = new Lanes(store, clock, schedule, accountsRememberedMax);
    this.schedule = schedule;
    this.waiting = new ArrayBlockingQueue<>(waitingMax);
  }

  /** Throws {@link LedgerOverloaded} when too much waits already. */
  CompletableFuture<PostResult> submit(Command command, List<Companion> companions) {
    Task task = new Task(command, companions);
    if (!waiting.offer(task)) {
      throw new LedgerOverloaded(RETRY_AFTER);
    }
    wake();
    return task.answer;
  }

  private void wake() {
    int now = open.get();
    if (now < LANES && open.compareAndSet(now, now + 1)) {
      try {
        schedule.start(this::drain);
      } catch (RuntimeException | Error noThread) {
        open.decrementAndGet(); // The next that comes tries again.
        throw noThread;
      }
    } else if (now == 0) {
      wake(); // Another caller changed it, or the last lane has just closed.
    }
  }

  private void drain() {
    try {
      while (lanes.run(this::gather)) {
        // The next batch is what has come meanwhile.
      }
    } finally {
      open.decrementAndGet();
      if (!waiting.isEmpty()) {
        wake(); // What came after the last look and before the line above.
      }
    }
  }

  private List<Task> gather() {
    List<Task> batch = new ArrayList<>();
    waiting.drainTo(batch, BATCH_MAX);
    return batch;
  }
}
