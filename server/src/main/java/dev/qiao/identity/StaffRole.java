package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a member of staff may do: an owner everything, a manager all but the owners' matters, a
 * cashier only take payments.
 */
public enum StaffRole {
  OWNER,
  MANAGER,
  CASHIER;

  /** The form outside. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this role may manage the other. */
  boolean mayInvite(StaffRole other) {
    return switch (this) {
      case OWNER -> true;
      case MANAGER -> other == CASHIER;
      case CASHIER -> false;
    };
  }

  public static Optional<StaffRole> find(String text) {
    return Stream.of(values()).filter(role -> role.text().equals(text)).findFirst();
  }
}
