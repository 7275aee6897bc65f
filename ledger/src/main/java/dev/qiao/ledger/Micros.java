package dev.qiao.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Time as the core and the database count it: whole microseconds since 1970. */
final class Micros {
  static final long PER_MILLI = 1_000;
  static final long PER_SECOND = 1_000_000;

  private Micros() {}

  static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000);
  }
}
