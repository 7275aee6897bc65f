package dev.qiao.ledger;

import java.util.Locale;

/**
 * Why a change of an account was refused. Where several reasons apply, the one declared first is
 * given. The reference page and the table of tests keep this order.
 */
public enum AccountRefusal {
  ID_NOT_TIME_ORDERED(false, "The id is not a UUID version 7."),
  ID_TOO_FAR_AHEAD(false, "The id carries a time more than 24 hours after ledger time."),
  FLOOR_OUT_OF_RANGE(true, "The floor is above zero, or below -(2^53-1)."),
  CEILING_OUT_OF_RANGE(true, "The ceiling is below zero, or above 2^53-1."),
  ACCOUNT_NOT_FOUND(true, "The account does not exist."),
  ACCOUNT_CLOSED(true, "The account is closed, and stays as it is."),
  BALANCE_NOT_ZERO(true, "An account that is not at zero cannot be closed."),
  HELD_NOT_ZERO(true, "An account of which something is set aside cannot be closed."),
  FLOOR_ABOVE_AVAILABLE(true, "The available balance is below the floor that was asked for."),
  CEILING_BELOW_POSTED(true, "The posted balance is above the ceiling that was asked for.");

  private final boolean durable;
  private final String meaning;

  AccountRefusal(boolean durable, String meaning) {
    this.durable = durable;
    this.meaning = meaning;
  }

  /** The code by which it is stored and spoken of outside, such as {@code held_not_zero}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the same id gets the same answer for ever. */
  public boolean durable() {
    return durable;
  }

  /** What it means, as a sentence. */
  public String meaning() {
    return meaning;
  }

  static AccountRefusal ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
