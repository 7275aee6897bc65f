package dev.qiao.ledger;

import dev.qiao.money.Money;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An allowance as it stands at a moment.
 *
 * @param terms with its present cap and zone
 * @param used in the window of that moment
 * @param nextZone the zone that takes effect when the open window closes
 */
public record Allowance(
    AllowanceId id, AllowanceTerms terms, Money used, Optional<ZoneId> nextZone) {
  /** What may still be used in that window. Zero when the cap was lowered below what is used. */
  public Money left() {
    Money left = terms.cap().minus(used);
    return left.isNegative() ? Money.zero(left.unit()) : left;
  }
}
