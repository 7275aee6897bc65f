package dev.qiao.ids;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes ids that sort by the time they were made (UUID version 7, RFC 9562). Within one instance
 * each id is greater than the one before it, also when the clock stands still or runs backwards.
 * Safe for several threads.
 */
public final class Ids {
  private static final int COUNTER_MAX = 0xfff;

  private final InstantSource clock;
  private final RandomGenerator random;
  private long millis;
  private int counter;

  public Ids(InstantSource clock) {
    this(clock, new SecureRandom());
  }

  /** With a source of randomness of the caller's choice, so that a run can be repeated. */
  public Ids(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public synchronized UUID next() {
    long now = clock.millis();
    if (now > millis) {
      millis = now;
      counter = random.nextInt(COUNTER_MAX / 2); // Leaves room to count on within this millisecond.
    } else if (counter < COUNTER_MAX) {
      counter++;
    } else {
      millis++;
      counter = 0;
    }
    long high = millis << 16 | 0x7000L | counter;
    long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** Whether this id carries the time it was made. */
  public static boolean isTimeOrdered(UUID id) {
    return id.version() == 7 && id.variant() == 2;
  }

  /**
   * When this id was made, to the millisecond; throws IllegalArgumentException for an id that does
   * not carry its time.
   */
  public static Instant instantOf(UUID id) {
    if (!isTimeOrdered(id)) {
      throw new IllegalArgumentException("Not a time-ordered id: " + id);
    }
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
