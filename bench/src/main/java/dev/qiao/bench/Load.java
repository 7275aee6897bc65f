package dev.qiao.bench;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Begins work for some time, and waits for what is under way then.
 *
 * @param inFlight how much of it is under way at most
 * @param perSecond how much is begun a second; 0 for as much as there are answers
 */
record Load(int inFlight, double perSecond) {
  private static final double NANOS = 1e9;
  private static final long NAP_NANOS = 100_000;

  /** One after the other. */
  static Load alone() {
    return new Load(1, 0);
  }

  static Load rush() {
    return new Load(Options.IN_FLIGHT_MAX, 0);
  }

  /** At a steady pace, also when answers are late: what waits then waits from when it was due. */
  static Load paced(double perSecond) {
    return new Load(Options.IN_FLIGHT_MAX, perSecond);
  }

  Measured run(double seconds, Work work) throws InterruptedException {
    Semaphore room = new Semaphore(inFlight);
    LongAdder commands = new LongAdder();
    LongAdder posted = new LongAdder();
    LongAdder refused = new LongAdder();
    LongAdder failed = new LongAdder();
    Latencies latencies = new Latencies();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * NANOS);
    long begun = 0;
    for (long now = begin; now < end; now = System.nanoTime()) {
      long due = perSecond == 0 ? now : begin + (long) (begun / perSecond * NANOS);
      if (due > now) {
        LockSupport.parkNanos(Math.min(due - now, NAP_NANOS));
        continue;
      }
      room.acquire();
      begun++;
      long from = perSecond == 0 ? System.nanoTime() : due;
      begin(work)
          .whenComplete(
              (answers, thrown) -> {
                latencies.add(System.nanoTime() - from);
                if (thrown == null) {
                  commands.add(answers.commands());
                  posted.add(answers.posted());
                  refused.add(answers.refused());
                } else {
                  failed.increment();
                  failure.compareAndSet(null, thrown);
                }
                room.release();
              });
    }
    double sending = (System.nanoTime() - begin) / NANOS;
    room.acquire(inFlight);
    return new Measured(
        begun,
        sending,
        commands.sum(),
        posted.sum(),
        refused.sum(),
        failed.sum(),
        (System.nanoTime() - begin) / NANOS,
        latencies,
        Optional.ofNullable(failure.get()).map(Throwable::toString));
  }

  private static CompletableFuture<Answers> begin(Work work) {
    try {
      return work.begin();
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }
}
