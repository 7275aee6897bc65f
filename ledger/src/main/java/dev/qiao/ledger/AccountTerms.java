package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.util.OptionalLong;

/**
 * What an account is opened with.
 *
 * @param reference names it for ever, such as {@code person:<uuid>:CNY}; no two accounts share one
 * @param kind groups accounts in the trial balance, such as {@code wallet}
 * @param floor what the available balance never falls below, in minor units, at most 0; none for
 *     accounts that face the outside world
 * @param ceiling what the posted balance never rises above, in minor units, at least 0
 */
public record AccountTerms(
    String reference, Unit unit, String kind, OptionalLong floor, OptionalLong ceiling) {
  public AccountTerms {
    Texts.require(reference, "reference");
    requireNonNull(unit, "unit");
    Texts.require(kind, "kind");
    if (floor.isPresent() && (floor.getAsLong() > 0 || floor.getAsLong() < -Money.MINOR_MAX)) {
      throw new IllegalArgumentException("Floor is out of range: " + floor.getAsLong());
    }
    if (ceiling.isPresent() && (ceiling.getAsLong() < 0 || ceiling.getAsLong() > Money.MINOR_MAX)) {
      throw new IllegalArgumentException("Ceiling is out of range: " + ceiling.getAsLong());
    }
  }

  /** A wallet: it can never owe. */
  public static AccountTerms wallet(String reference, Unit unit) {
    return new AccountTerms(reference, unit, "wallet", OptionalLong.of(0), OptionalLong.empty());
  }

  /** An account without limits, such as one that stands for a bank. */
  public static AccountTerms open(String reference, Unit unit, String kind) {
    return new AccountTerms(reference, unit, kind, OptionalLong.empty(), OptionalLong.empty());
  }
}
