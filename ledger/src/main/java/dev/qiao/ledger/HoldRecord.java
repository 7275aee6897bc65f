package dev.qiao.ledger;

import dev.qiao.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A hold as it stands.
 *
 * @param amount all that was ever set aside in it
 * @param captured the part that was moved
 * @param released the part that was given back
 * @param ended how it ended; empty while it sets something aside
 */
public record HoldRecord(
    HoldId id,
    AccountId account,
    Money amount,
    Money captured,
    Money released,
    Instant expiresAt,
    Optional<End> ended) {

  /** How a hold ends. */
  public enum End {
    CAPTURED,
    RELEASED,
    EXPIRED
  }

  /** What it still sets aside. */
  public Money remaining() {
    return amount.minus(captured).minus(released);
  }
}
