package dev.qiao.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a limit can count: money that a person moves. */
public enum Movement {
  /** To a merchant. */
  PAYMENT,
  /** To another person. */
  TRANSFER,
  /** From the person's own bank account. */
  TOP_UP,
  /** To the person's own bank account. */
  WITHDRAWAL;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Movement> find(String text) {
    return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
