package dev.qiao.identity;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Runs the same act many times at once. */
final class InParallel {
  private InParallel() {}

  static <T> List<T> times(int times, Callable<T> act) throws Exception {
    CountDownLatch start = new CountDownLatch(times);
    try (var threads = Executors.newFixedThreadPool(times)) {
      var running =
          IntStream.range(0, times)
              .mapToObj(
                  n ->
                      threads.submit(
                          () -> {
                            start.countDown();
                            start.await();
                            return act.call();
                          }))
              .toList();
      var results = new java.util.ArrayList<T>();
      for (var one : running) {
        results.add(one.get());
      }
      return results;
    }
  }
}
