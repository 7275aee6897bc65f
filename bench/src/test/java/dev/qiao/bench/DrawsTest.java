package dev.qiao.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is drawn by chance, and how what comes back is counted. */
class DrawsTest {
  private static final int DRAWS = 200_000;

  @Test
  void drawsTheLikeliestAsOftenAsItsRankSays() {
    int[] counts = counts(new Zipf(100, 1, new SplittableRandom(1)), 100);
    Arrays.sort(counts);

    double harmonic = 0;
    for (int rank = 1; rank <= 100; rank++) {
      harmonic += 1.0 / rank;
    }
    assertThat(counts[99]).isCloseTo((int) (DRAWS / harmonic), within(DRAWS / 100));
    assertThat(counts[98]).isCloseTo((int) (DRAWS / harmonic / 2), within(DRAWS / 100));
    assertThat(counts[0]).isPositive();
  }

  @Test
  void spreadsTheLikeliest() {
    int[] counts = counts(new Zipf(1_000, 0.99, new SplittableRandom(1)), 1_000);

    int sumOfFirstTen = Arrays.stream(counts, 0, 10).sum();
    assertThat(sumOfFirstTen).isLessThan(DRAWS / 4);
  }

  @Test
  void tellsTimesToOnePercent() {
    Latencies latencies = new Latencies();
    for (int micros = 1; micros <= 1_000; micros++) {
      latencies.add(micros * 1_000L);
    }

    assertThat(latencies.millis(0.5)).isCloseTo(0.5, within(0.005));
    assertThat(latencies.millis(0.99)).isCloseTo(0.99, within(0.01));
    assertThat(latencies.meanMillis()).isCloseTo(0.5005, within(1e-9));
    assertThat(new Latencies().millis(0.5)).isZero();
  }

  private static int[] counts(Zipf zipf, int of) {
    SplittableRandom random = new SplittableRandom(2);
    int[] counts = new int[of];
    for (int i = 0; i < DRAWS; i++) {
      counts[zipf.next(random)]++;
    }
    return counts;
  }
}
