package dev.qiao.api;

import dev.qiao.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/**
 * The number that people read to each other: 20 digits made from a thing's id alone, so it needs no
 * column and no index. The day (8 digits), the millisecond of that day (8), and the id's counter
 * within it (4), so that no two of one instance are alike. Days are UTC's: a number never changes
 * when the platform's zone does.
 */
public final class ReceiptNumber {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  /** Twelve bits of a UUIDv7 follow its time and version. */
  private static final int COUNTER_MAX = 0xfff;

  private ReceiptNumber() {}

  /** The number of a thing with this id (a UUIDv7). */
  public static String of(UUID id) {
    ZonedDateTime at = Ids.instantOf(id).atZone(ZoneOffset.UTC);
    long millisecond =
        Duration.between(at.toLocalDate().atStartOfDay(ZoneOffset.UTC), at).toMillis();
    return at.toLocalDate().format(DAY)
        + "%08d%04d".formatted(millisecond, id.getMostSignificantBits() & COUNTER_MAX);
  }

  /** The ids that carry a number, from {@code low} to below {@code high}: one for each instance. */
  public record Range(UUID low, UUID high) {}

  /** Where to look for a number; spaces are passed over. Empty: it is no receipt number. */
  public static Optional<Range> range(String number) {
    String digits = number.replace(" ", "");
    if (!digits.matches("\\d{20}")) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(digits.substring(0, 8), DAY);
      Instant at =
          day.atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .plusMillis(Long.parseLong(digits.substring(8, 16)));
      int counter = Integer.parseInt(digits.substring(16));
      if (counter > COUNTER_MAX) {
        return Optional.empty();
      }
      long high = at.toEpochMilli() << 16 | 0x7000L | counter;
      return Optional.of(new Range(new UUID(high, 0), new UUID(high + 1, 0)));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /**
   * The lowest id that could have been made at this time: where a day begins in a list ordered by
   * id.
   */
  public static UUID lowest(Instant at) {
    return new UUID(at.toEpochMilli() << 16, 0);
  }

  /** The lowest id of a day in a zone. */
  public static UUID lowest(LocalDate day, ZoneId zone) {
    return lowest(day.atStartOfDay(zone).toInstant());
  }
}
