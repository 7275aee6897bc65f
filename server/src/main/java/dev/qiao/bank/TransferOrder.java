package dev.qiao.bank;

import static java.util.Objects.requireNonNull;

import dev.qiao.money.Money;
import java.util.UUID;

/**
 * What a bank is to do.
 *
 * @param id names it here and at the bank, so that however often it is sent, it is done once
 * @param account whose account it is about
 * @param amount positive
 */
public record TransferOrder(UUID id, LinkedAccountId account, Direction direction, Money amount) {
  /** Which way the money goes. */
  public enum Direction {
    /** From the person's account to us. */
    COLLECT,
    /** From us to the person's account. */
    PAY
  }

  public TransferOrder {
    requireNonNull(id, "id");
    requireNonNull(account, "account");
    requireNonNull(direction, "direction");
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("Not positive: " + amount.minor());
    }
  }
}
