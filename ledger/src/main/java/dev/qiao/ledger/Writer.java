package dev.qiao.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gathers what arrives while a batch commits into the next batch, without waiting for more. Its
 * thread is there only while there is something to do.
 */
final class Writer {
  private static final int BATCH_MAX = 4_096;
  private static final int WAITING_MAX = 16_384;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /**
   * Threads of the system's, which get their share of a processor however many callers are awake.
   */
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("ledger-writer-", 1).factory());

  private static final int LANES = 2;

  private final Lanes lanes;
  private final BlockingQueue<Task> waiting;
  private final AtomicInteger open = new AtomicInteger();

  Writer(Lanes lanes) {
    this(lanes, WAITING_MAX);
  }

  Writer(Lanes lanes, int waitingMax) {
    this.lanes = lanes;
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
      THREADS.execute(this::drain);
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
