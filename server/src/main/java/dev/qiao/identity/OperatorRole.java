package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an operator of the platform is there for. */
public enum OperatorRole {
  ADMINISTRATOR,
  SUPPORT,
  RISK,
  FINANCE,
  COMPLIANCE;

  /** The form outside. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OperatorRole of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
