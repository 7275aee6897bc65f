package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import dev.qiao.money.Money;

/** One move of an amount from the debited account to the credited one. */
public record Leg(AccountId debit, AccountId credit, Money amount) {
  public Leg {
    requireNonNull(debit, "debit");
    requireNonNull(credit, "credit");
    requireNonNull(amount, "amount");
  }
}
