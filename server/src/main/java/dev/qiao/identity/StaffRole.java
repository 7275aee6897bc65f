package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a member of staff may do: an owner everything, a manager all but the matters of owners and
 * managers, a cashier take payments and, where an owner or manager set a limit, give some back.
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

  /** All that this role may do: the one table of it. */
  public Set<StaffPermission> permissions() {
    return switch (this) {
      case OWNER -> EnumSet.allOf(StaffPermission.class);
      case MANAGER ->
          EnumSet.complementOf(
              EnumSet.of(StaffPermission.STAFF_MANAGE, StaffPermission.BUSINESS_VERIFY));
      case CASHIER ->
          EnumSet.of(
              StaffPermission.SHOP_READ,
              StaffPermission.PAYMENTS_TAKE,
              StaffPermission.PAYMENTS_READ,
              StaffPermission.REFUNDS_MAKE);
    };
  }

  public boolean may(StaffPermission permission) {
    return permissions().contains(permission);
  }

  /** Whether this role may invite, change and remove the other. */
  boolean mayManage(StaffRole other) {
    return may(StaffPermission.STAFF_MANAGE)
        || other == CASHIER && may(StaffPermission.CASHIERS_MANAGE);
  }

  public static Optional<StaffRole> find(String text) {
    return Stream.of(values()).filter(role -> role.text().equals(text)).findFirst();
  }
}
