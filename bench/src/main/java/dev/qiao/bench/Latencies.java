package dev.qiao.bench;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long answers took, counted in classes that are at most 1 % wide, so that a long run needs no
 * more memory than a short one. Safe for several threads.
 */
final class Latencies {
  private static final int BITS = 7;
  private static final int STEPS = 1 << BITS;
  private static final double NANOS_PER_MILLI = 1e6;

  private final AtomicLongArray counts = new AtomicLongArray(STEPS * (Long.SIZE - BITS + 1));
  private final LongAdder nanosSum = new LongAdder();

  void add(long nanos) {
    counts.incrementAndGet(place(Math.max(0, nanos)));
    nanosSum.add(nanos);
  }

  /** The time, in milliseconds, in which this share of the answers came; 0 when none came. */
  double millis(double share) {
    long all = count();
    long wanted = Math.max(1, (long) Math.ceil(all * share));
    long seen = 0;
    for (int i = 0; i < counts.length(); i++) {
      seen += counts.get(i);
      if (seen >= wanted) {
        return middle(i) / NANOS_PER_MILLI;
      }
    }
    return 0;
  }

  double meanMillis() {
    long all = count();
    return all == 0 ? 0 : nanosSum.sum() / NANOS_PER_MILLI / all;
  }

  private long count() {
    long all = 0;
    for (int i = 0; i < counts.length(); i++) {
      all += counts.get(i);
    }
    return all;
  }

  /** Exact up to 2 × STEPS; from there on the highest bits say the class. */
  private static int place(long nanos) {
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - BITS - 1);
    return shift * STEPS + (int) (nanos >>> shift);
  }

  private static double middle(int place) {
    if (place < 2 * STEPS) {
      return place;
    }
    int shift = place / STEPS - 1;
    long low = (long) (place - shift * STEPS) << shift;
    return low + (1L << shift) / 2.0;
  }
}
