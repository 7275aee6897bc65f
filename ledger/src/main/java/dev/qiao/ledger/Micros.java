package dev.qiao.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Time as the core and the database count it: whole microseconds since 1970. */
final class Micros {
  static final long PER_MILLI = 1_000;
  static final long PER_SECOND = 1_000_000;
  private static final long ID_MILLIS_MAX = (1L << 48) - 1;

  private Micros() {}

  static long of(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** The time that a UUID of version 7 carries. */
  static long ofId(UUID id) {
    return (id.getMostSignificantBits() >>> 16) * PER_MILLI;
  }

  /** Not before any id that carries this time, or an earlier one. */
  static UUID firstIdAfter(long micros) {
    long millis = Math.clamp(Math.floorDiv(micros, PER_MILLI) + 1, 0, ID_MILLIS_MAX);
    return new UUID(millis << 16, 0);
  }

  /** The first UUID of version 7 of this time, as they are sorted. */
  static UUID firstId(Instant at) {
    return new UUID(at.toEpochMilli() << 16, 0);
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000);
  }
}
