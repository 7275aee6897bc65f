package dev.qiao.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

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

  private final Runner runner;
  private final BlockingQueue<Task> waiting;
  private final AtomicBoolean busy = new AtomicBoolean();

  Writer(Runner runner) {
    this(runner, WAITING_MAX);
  }

  Writer(Runner runner, int waitingMax) {
    this.runner = runner;
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
    if (busy.compareAndSet(false, true)) {
      THREADS.execute(this::drain);
    }
  }

  private void drain() {
    try {
      List<Task> batch = new ArrayList<>();
      while (waiting.drainTo(batch, BATCH_MAX) > 0) {
        run(batch);
        batch = new ArrayList<>();
      }
    } finally {
      busy.set(false);
      if (!waiting.isEmpty()) {
        wake(); // What came after the last look and before the line above.
      }
    }
  }

  private void run(List<Task> batch) {
    try {
      runner.run(batch);
    } catch (RuntimeException | Error bug) {
      batch.forEach(task -> task.answer.completeExceptionally(bug)); // Those without an answer.
    }
  }
}
