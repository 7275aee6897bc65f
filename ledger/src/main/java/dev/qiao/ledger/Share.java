package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import dev.qiao.money.Money;

/** What an account gets of a capture. */
public record Share(AccountId credit, Money amount) {
  public Share {
    requireNonNull(credit, "credit");
    requireNonNull(amount, "amount");
  }
}
