package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** All that this role may do. */
  public Set<Permission> permissions() {
    return OperatorRights.of(this);
  }

  public boolean may(Permission permission) {
    return permissions().contains(permission);
  }

  /** Whether nobody is given this role by one operator alone. */
  public boolean takesTwoToGive() {
    return switch (this) {
      case ADMINISTRATOR, FINANCE, COMPLIANCE -> true;
      case SUPPORT, RISK -> false;
    };
  }

  /** Reads the form that a caller carries. */
  public static OperatorRole of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  public static Optional<OperatorRole> find(String text) {
    return Stream.of(values()).filter(role -> role.text().equals(text)).findFirst();
  }
}
