package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import dev.qiao.money.Money;

/**
 * What a command takes from an allowance: usually what it moves, or one of a unit that counts
 * times.
 */
public record Use(AllowanceId allowance, Money amount) {
  /** The most that one command may name. */
  public static final int USES_MAX = 20;

  public Use {
    requireNonNull(allowance, "allowance");
    requireNonNull(amount, "amount");
  }
}
