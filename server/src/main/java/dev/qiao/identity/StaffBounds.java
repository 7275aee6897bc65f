package dev.qiao.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * What a cashier is held to; nobody else is.
 *
 * @param store the only one that they see; empty is all
 * @param refundLimit the most that they give back a day, in minor units of the platform's currency,
 *     above zero; empty is nothing at all
 */
public record StaffBounds(Optional<UUID> store, Optional<Long> refundLimit) {
  public static final StaffBounds NONE = new StaffBounds(Optional.empty(), Optional.empty());

  /** These for a cashier, none for others. */
  StaffBounds of(StaffRole role) {
    return role == StaffRole.CASHIER ? this : NONE;
  }
}
