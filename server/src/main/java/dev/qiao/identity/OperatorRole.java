package dev.qiao.identity;

import java.util.Locale;

/** What an operator of the platform is there for. */
public enum OperatorRole {
  ADMINISTRATOR,
  SUPPORT,
  RISK,
  FINANCE,
  COMPLIANCE;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OperatorRole of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
