package dev.qiao.identity;

import java.util.UUID;

/**
 * Someone who works for a merchant. Their name is personal data: {@link #toString} does not show
 * it.
 *
 * @param invited whether they have not come yet
 */
public record StaffMember(
    StaffId id,
    UUID merchant,
    String name,
    StaffRole role,
    String login,
    StaffBounds bounds,
    boolean invited) {
  @Override
  public String toString() {
    return id.toString();
  }
}
