package dev.qiao.wallet;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The movements that people know. */
public enum ActivityKind {
  PAYMENT,
  REFUND,
  TRANSFER,
  TOP_UP,
  WITHDRAWAL;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
