package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import dev.qiao.money.Money;
import java.util.List;

/**
 * Sets a further amount aside in a hold.
 *
 * @param uses what this takes from allowances, as with the hold itself
 */
public record Increase(PostingId id, HoldId hold, Money amount, List<Use> uses) implements Command {
  public Increase {
    requireNonNull(id, "id");
    requireNonNull(hold, "hold");
    requireNonNull(amount, "amount");
    uses = Texts.requireFew(uses);
  }

  /** Without allowances. */
  public Increase(PostingId id, HoldId hold, Money amount) {
    this(id, hold, amount, List.of());
  }

  @Override
  public String kind() {
    return "hold_increase";
  }
}
