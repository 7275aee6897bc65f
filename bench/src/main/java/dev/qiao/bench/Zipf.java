package dev.qiao.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws numbers of which the r-th most likely is as likely as 1 / r^skew, as popularity tends to
 * be. The likeliest are spread over all numbers, so that they do not lie beside each other.
 */
final class Zipf {
  private final double[] upTo;
  private final int[] numbers;

  /**
   * @param count draws from 0 to this, exclusive
   * @param skew 0 for all alike; 0.99 is what database benchmarks use
   */
  Zipf(int count, double skew, RandomGenerator random) {
    upTo = new double[count];
    double sum = 0;
    for (int rank = 1; rank <= count; rank++) {
      sum += 1 / Math.pow(rank, skew);
      upTo[rank - 1] = sum;
    }
    numbers = new int[count];
    for (int i = 0; i < count; i++) {
      int place = random.nextInt(i + 1);
      numbers[i] = numbers[place];
      numbers[place] = i;
    }
  }

  int next(RandomGenerator random) {
    int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return numbers[Math.min(found < 0 ? -found - 1 : found, upTo.length - 1)];
  }
}
