package dev.qiao.bench;

import dev.qiao.ids.Ids;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.Posting;
import dev.qiao.ledger.PostingId;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Sends postings for some time and counts those that ended Posted.
 *
 * @param inFlight how many wait for their answer at most
 * @param perSecond how many are sent at most; 0 for as many as there are answers
 */
record Load(Ledger ledger, Ids ids, int inFlight, long perSecond) {
  private static final int LATENCIES_MAX = 4_000_000;

  /** What came of it; latencies in nanoseconds, in order. */
  record Result(long posted, long others, double seconds, long[] latencies) {
    double perSecond() {
      return posted / seconds;
    }

    double latencyMillis(double share) {
      return latencies.length == 0
          ? Double.NaN
          : latencies[(int) Math.min(latencies.length - 1L, (long) (latencies.length * share))]
              / 1e6;
    }
  }

  Result run(double seconds, Function<PostingId, Posting> postings) throws InterruptedException {
    Semaphore room = new Semaphore(inFlight);
    AtomicLong posted = new AtomicLong();
    AtomicLong others = new AtomicLong();
    AtomicLong measured = new AtomicLong();
    long[] latencies = new long[LATENCIES_MAX];
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    long sent = 0;
    while (System.nanoTime() < end) {
      if (perSecond > 0 && sent > (System.nanoTime() - begin) / 1e9 * perSecond) {
        Thread.sleep(1);
        continue;
      }
      room.acquire();
      sent++;
      long at = System.nanoTime();
      ledger
          .postAsync(postings.apply(new PostingId(ids.next())))
          .whenComplete(
              (result, failure) -> {
                (result instanceof PostResult.Posted ? posted : others).incrementAndGet();
                int place = (int) measured.getAndIncrement();
                if (place < LATENCIES_MAX) {
                  latencies[place] = System.nanoTime() - at;
                }
                room.release();
              });
    }
    room.acquire(inFlight);
    double took = (System.nanoTime() - begin) / 1e9;
    long[] sorted = Arrays.copyOf(latencies, (int) Math.min(measured.get(), LATENCIES_MAX));
    Arrays.sort(sorted);
    return new Result(posted.get(), others.get(), took, sorted);
  }
}
