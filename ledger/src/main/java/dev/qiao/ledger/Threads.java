package dev.qiao.ledger;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Lanes as threads. */
final class Threads implements Schedule {
  /**
   * Threads of the system's, which get their share of a processor however many callers are awake.
   */
  private static final Executor LANES =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("ledger-writer-", 1).factory());

  @Override
  public void start(Runnable lane) {
    LANES.execute(lane);
  }

  @Override
  public synchronized void await(BooleanSupplier isReady) {
    boolean interrupted = false;
    while (!isReady.getAsBoolean()) {
      try {
        wait();
      } catch (InterruptedException later) {
        interrupted = true; // Whoever holds what is waited for gives it back in any case.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void change(Runnable change) {
    change.run();
    notifyAll();
  }

  @Override
  public void pause(int tries) {
    Transactions.pause(tries);
  }
}
