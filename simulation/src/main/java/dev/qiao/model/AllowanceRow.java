package dev.qiao.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * An allowance as it was at some moment. What is used is kept use by use.
 *
 * @param kind payment, day, month, year or rolling
 * @param length of a rolling window, in microseconds
 * @param nextZone takes effect when the open window closes; null for none
 * @param restored whether a reversal gives something back
 * @param start when the open calendar window began
 * @param end when it ends
 */
public record AllowanceRow(
    String unit,
    long cap,
    String kind,
    long length,
    ZoneId zone,
    ZoneId nextZone,
    boolean restored,
    long start,
    long end,
    List<Count> counts,
    long touchedAt) {
  private static final int PARTS = 24;

  /** Something used, or given back (negative), in the window that began then. */
  public record Count(long window, long amount) {}

  public AllowanceRow capped(long newCap) {
    return new AllowanceRow(
        unit, newCap, kind, length, zone, nextZone, restored, start, end, counts, touchedAt);
  }

  public AllowanceRow moved(ZoneId next) {
    return new AllowanceRow(
        unit, cap, kind, length, zone, next, restored, start, end, counts, touchedAt);
  }

  /** With the calendar window that is open then. */
  AllowanceRow openedAt(long at) {
    if (!isCalendar() || at < end) {
      return this;
    }
    ZoneId now = nextZone == null ? zone : nextZone;
    LocalDate first = firstDay(at, now);
    boolean goesOn = micros(first, now) < end;
    return new AllowanceRow(
        unit,
        cap,
        kind,
        length,
        now,
        null,
        restored,
        goesOn ? start : micros(first, now),
        micros(firstDayAfter(first), now),
        goesOn ? counts : List.of(),
        touchedAt);
  }

  /** When the window began in which a use at that time counts. */
  public long window(long at) {
    return switch (kind) {
      case "payment" -> 0;
      case "rolling" -> Math.floorDiv(at, part()) * part();
      default -> openedAt(at).start;
    };
  }

  /** What is used of it then. A rolling window looks back over 24 parts and the one that runs. */
  public long used(long at) {
    long used = 0;
    for (Count count : openedAt(at).counts) {
      used += isOver(count.window, at) ? 0 : count.amount;
    }
    return used;
  }

  boolean isOver(long window, long at) {
    return kind.equals("rolling")
        ? window(at) - window > PARTS * part()
        : kind.equals("payment") || window != window(at);
  }

  AllowanceRow counted(long window, long amount, long at) {
    if (kind.equals("payment")) {
      return this;
    }
    AllowanceRow open = openedAt(at);
    List<Count> now = new ArrayList<>();
    for (Count count : open.counts) {
      if (!isOver(count.window, at)) {
        now.add(count);
      }
    }
    now.add(new Count(window, amount));
    return new AllowanceRow(
        open.unit,
        open.cap,
        open.kind,
        open.length,
        open.zone,
        open.nextZone,
        open.restored,
        open.start,
        open.end,
        now,
        at);
  }

  private boolean isCalendar() {
    return !kind.equals("payment") && !kind.equals("rolling");
  }

  private long part() {
    return (length + PARTS - 1) / PARTS;
  }

  private LocalDate firstDay(long at, ZoneId where) {
    LocalDate day = Instant.EPOCH.plus(at, ChronoUnit.MICROS).atZone(where).toLocalDate();
    return switch (kind) {
      case "month" -> day.withDayOfMonth(1);
      case "year" -> day.withDayOfYear(1);
      default -> day;
    };
  }

  private LocalDate firstDayAfter(LocalDate first) {
    return switch (kind) {
      case "month" -> first.plusMonths(1);
      case "year" -> first.plusYears(1);
      default -> first.plusDays(1);
    };
  }

  private static long micros(LocalDate day, ZoneId where) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, day.atStartOfDay(where).toInstant());
  }
}
