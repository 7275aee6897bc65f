package dev.qiao.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.ledger.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Over what a limit counts. Days, months and years begin at the person's midnight. */
public enum Span {
  PAYMENT(Window.PAYMENT),
  DAY(Window.DAY),
  MONTH(Window.MONTH),
  YEAR(Window.YEAR),
  /** Any 365 days: what was used 365 days ago is free again, in steps of a 24th. */
  ROLLING_YEAR(Window.rolling(Duration.ofDays(365))),
  LIFE(Window.LIFE);

  private final Window window;

  Span(Window window) {
    this.window = window;
  }

  Window window() {
    return window;
  }

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Span> find(String text) {
    return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
  }

  /**
   * When the calendar window that this moment is in ends; empty for those that have no such end.
   */
  Optional<Instant> end(Instant now, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    return Optional.ofNullable(
            switch (this) {
              case DAY -> day.plusDays(1);
              case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
              case YEAR -> day.with(TemporalAdjusters.firstDayOfNextYear());
              case PAYMENT, ROLLING_YEAR, LIFE -> null;
            })
        .map(next -> next.atStartOfDay(zone).toInstant());
  }
}
