package dev.qiao;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs the same act many times at once. */
public final class InParallel {
  private InParallel() {}

  /** The results by number, from 0. */
  public static <T> List<T> times(int times, IntFunction<T> act) {
    CountDownLatch start = new CountDownLatch(times);
    try (var threads = Executors.newFixedThreadPool(times)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        running.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return act.apply(number);
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }
}
