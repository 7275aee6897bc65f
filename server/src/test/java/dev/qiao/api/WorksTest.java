package dev.qiao.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.TownTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** Works that recur. */
class WorksTest extends TownTest {
  @Test
  void noneWaitsForAnother() throws InterruptedException {
    int works = town.the(ScheduledTaskHolder.class).getScheduledTasks().size();
    assertThat(works).isBetween(20, PlatformConfiguration.WORKS_MAX / 2);

    CountDownLatch underWay = new CountDownLatch(works);
    CountDownLatch end = new CountDownLatch(1);
    List<ScheduledFuture<?>> waiting = new ArrayList<>();
    try {
      for (int i = 0; i < works; i++) {
        waiting.add(
            town.the(TaskScheduler.class)
                .scheduleWithFixedDelay(
                    () -> stay(underWay, end), Instant.now(), Duration.ofHours(1)));
      }
      assertThat(underWay.await(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      end.countDown();
      waiting.forEach(work -> work.cancel(false));
    }
  }

  private static void stay(CountDownLatch underWay, CountDownLatch end) {
    underWay.countDown();
    try {
      end.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
