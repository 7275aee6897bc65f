package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One thing that a member of a merchant's staff may do. Which role has which is in {@link
 * StaffRole#permissions} alone.
 */
public enum StaffPermission {
  /** The shop's name, its stores and their codes. */
  SHOP_READ("shop.read"),
  /** What the shop has in its account. */
  BALANCE_READ("balance.read"),
  /** Ask customers for amounts, and call off what was asked for. */
  PAYMENTS_TAKE("payments.take"),
  /** Today's payments of one's own store. */
  PAYMENTS_READ("payments.read"),
  /** All payments of all stores. */
  PAYMENTS_READ_ALL("payments.read_all"),
  /** Give money back, within the limit that was set for one. */
  REFUNDS_MAKE("refunds.make"),
  /** Give money back without a limit of one's own. */
  REFUNDS_UNLIMITED("refunds.unlimited"),
  /** The shop's level, and what is used of its limits. */
  LIMITS_READ("limits.read"),
  /** Show what the business is and whose, for a higher level. */
  BUSINESS_VERIFY("business.verify"),
  STAFF_READ("staff.read"),
  /** Invite, change and remove cashiers. */
  CASHIERS_MANAGE("cashiers.manage"),
  /** Invite, change and remove anybody, owners included. */
  STAFF_MANAGE("staff.manage");

  private final String text;

  StaffPermission(String text) {
    this.text = text;
  }

  /** The form outside. */
  @JsonValue
  public String text() {
    return text;
  }
}
