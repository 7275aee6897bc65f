package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * Over what an allowance counts: each payment alone, a calendar day, month or year in the subject's
 * time zone, a rolling length of time, or all of the subject's life.
 *
 * <p>A rolling window is counted in 24 parts and the one that has begun, so that what was used is
 * never forgotten early, and at most a 24th of the length late.
 *
 * @param length of a rolling window; zero otherwise
 */
public record Window(Kind kind, Duration length) {
  /** How it is bounded. */
  public enum Kind {
    PAYMENT,
    DAY,
    MONTH,
    YEAR,
    ROLLING,
    LIFE
  }

  private static final int PARTS = 24;
  private static final Duration LENGTH_MIN = Duration.ofMinutes(1);
  private static final Duration LENGTH_MAX = Duration.ofDays(3660);

  public static final Window PAYMENT = new Window(Kind.PAYMENT, Duration.ZERO);
  public static final Window DAY = new Window(Kind.DAY, Duration.ZERO);
  public static final Window MONTH = new Window(Kind.MONTH, Duration.ZERO);
  public static final Window YEAR = new Window(Kind.YEAR, Duration.ZERO);

  /** One that never ends: what is used stays used. */
  public static final Window LIFE = new Window(Kind.LIFE, Duration.ZERO);

  public Window {
    requireNonNull(kind, "kind");
    boolean inRange = length.compareTo(LENGTH_MIN) >= 0 && length.compareTo(LENGTH_MAX) <= 0;
    if (kind == Kind.ROLLING ? !inRange || length.getNano() != 0 : !length.isZero()) {
      throw new IllegalArgumentException("Not a window: " + kind + " of " + length);
    }
  }

  /** Of one minute to ten years, in whole seconds. */
  public static Window rolling(Duration length) {
    return new Window(Kind.ROLLING, length);
  }

  /** As it is stored, such as {@code day} or {@code rolling:PT24H}. */
  String code() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return kind == Kind.ROLLING ? name + ':' + length : name;
  }

  static Window ofCode(String code) {
    String[] parts = code.split(":", 2);
    return new Window(
        Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
        parts.length == 1 ? Duration.ZERO : Duration.parse(parts[1]));
  }

  /** How many counters it needs. */
  int slots() {
    return switch (kind) {
      case PAYMENT -> 0;
      case DAY, MONTH, YEAR, LIFE -> 1;
      case ROLLING -> PARTS + 1;
    };
  }

  /** Microseconds of a part of a rolling window, rounded up. */
  long part() {
    return Math.ceilDiv(length.toSeconds() * Micros.PER_SECOND, PARTS);
  }

  /** When the calendar window, or the part of a rolling one, that this time is in began. */
  long start(long at, ZoneId zone) {
    return switch (kind) {
      case PAYMENT, LIFE -> 0;
      case ROLLING -> Math.floorDiv(at, part()) * part();
      case DAY, MONTH, YEAR -> Micros.of(first(at, zone).atStartOfDay(zone).toInstant());
    };
  }

  /** When it ends. */
  long end(long at, ZoneId zone) {
    return switch (kind) {
      case PAYMENT, LIFE -> Long.MAX_VALUE;
      case ROLLING -> start(at, zone) + part();
      case DAY, MONTH, YEAR -> Micros.of(next(first(at, zone)).atStartOfDay(zone).toInstant());
    };
  }

  private LocalDate first(long at, ZoneId zone) {
    Instant instant = Micros.instant(at);
    LocalDate day = LocalDate.ofInstant(instant, zone);
    return switch (kind) {
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.with(TemporalAdjusters.firstDayOfYear());
      case DAY, PAYMENT, ROLLING, LIFE -> day;
    };
  }

  private LocalDate next(LocalDate first) {
    return switch (kind) {
      case MONTH -> first.plusMonths(1);
      case YEAR -> first.plusYears(1);
      case DAY, PAYMENT, ROLLING, LIFE -> first.plusDays(1);
    };
  }
}
