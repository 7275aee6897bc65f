package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import dev.qiao.money.Money;

/** Sets a further amount aside in a hold. */
public record Increase(PostingId id, HoldId hold, Money amount) implements Command {
  public Increase {
    requireNonNull(id, "id");
    requireNonNull(hold, "hold");
    requireNonNull(amount, "amount");
  }

  @Override
  public String kind() {
    return "hold_increase";
  }
}
