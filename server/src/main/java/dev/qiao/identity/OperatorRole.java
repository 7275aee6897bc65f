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

  /**
   * Whether this role lets somebody into the platform: opens merchants, whose owners are invited.
   */
  public boolean mayOpenMerchants() {
    return switch (this) {
      case ADMINISTRATOR -> true;
      case SUPPORT, RISK, FINANCE, COMPLIANCE -> false;
    };
  }

  /** Whether this role may lock others out, and let them in again. */
  public boolean mayLock() {
    return switch (this) {
      case ADMINISTRATOR, SUPPORT, RISK -> true;
      case FINANCE, COMPLIANCE -> false;
    };
  }

  /** Whether this role may decide whether somebody is who they say, who has lost all that shows it. */
  public boolean mayReviewRecoveries() {
    return switch (this) {
      case ADMINISTRATOR, SUPPORT, RISK -> true;
      case FINANCE, COMPLIANCE -> false;
    };
  }

  /** Whether this role may look for people and, with a reason, see who they are. */
  public boolean maySeePeople() {
    return switch (this) {
      case ADMINISTRATOR, SUPPORT, RISK, COMPLIANCE -> true;
      case FINANCE -> false;
    };
  }

  /** Whether this role may see what the law makes us keep of people who were erased. */
  public boolean mayOpenRetained() {
    return switch (this) {
      case ADMINISTRATOR, COMPLIANCE -> true;
      case SUPPORT, RISK, FINANCE -> false;
    };
  }

  /** Reads the form that a caller carries. */
  public static OperatorRole of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
