package dev.qiao.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How far a person or a business is verified.
 *
 * @param tier as the jurisdiction's pack calls it; empty for the lowest
 * @param expiresAt when the documents behind it run out
 * @param zone where their days begin, if not where the platform's do
 * @param version grows with each change
 */
public record TierStanding(
    Optional<String> tier, Optional<Instant> expiresAt, Optional<ZoneId> zone, long version) {
  static final TierStanding USUAL =
      new TierStanding(Optional.empty(), Optional.empty(), Optional.empty(), 0);

  /** The tier that counts at this time: a run-out one does not. */
  public Optional<String> tierAt(Instant now) {
    return tier.filter(any -> expiresAt.isEmpty() || now.isBefore(expiresAt.get()));
  }
}
