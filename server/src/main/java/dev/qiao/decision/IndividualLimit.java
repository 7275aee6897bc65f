package dev.qiao.decision;

import dev.qiao.decision.Pack.Cap;
import dev.qiao.decision.Pack.Source;
import dev.qiao.decision.Pack.Tier;
import dev.qiao.identity.Subject;
import dev.qiao.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A cap that operators have set for one person or business, in place of their tier's, until a day.
 * One that raises holds in the tier in which it was set and never against a law; one that lowers
 * holds in every tier.
 *
 * @param meaning what is counted and over what, see {@link Packs#meaning}
 * @param cap in minor units of the platform's currency
 * @param raises whether it lifts the tier's cap
 * @param endsAt from then on the tier's cap holds again
 * @param reference the proposal, or the operator who lowered it alone
 */
record IndividualLimit(
    UUID id,
    Subject subject,
    String meaning,
    String tier,
    long cap,
    boolean raises,
    Instant since,
    Instant endsAt,
    String reference) {

  boolean holdsAt(Instant now) {
    return now.isBefore(endsAt);
  }

  /**
   * The cap that holds, in minor units; {@link Money#MINOR_MAX} where there is none.
   *
   * @param usual what the tier's pack says
   */
  static long cap(Optional<Cap> usual, Optional<IndividualLimit> own, Tier tier) {
    long base = usual.map(Cap::minor).orElse(Money.MINOR_MAX);
    if (own.isEmpty()) {
      return base;
    }
    IndividualLimit set = own.get();
    if (!set.raises()) {
      return Math.min(base, set.cap());
    }
    return set.tier().equals(tier.id()) && !isLaw(usual) ? Math.max(base, set.cap()) : base;
  }

  /** Whether nobody may lift this cap. */
  static boolean isLaw(Optional<Cap> usual) {
    return usual.filter(cap -> cap.source() instanceof Source.Law).isPresent();
  }
}
