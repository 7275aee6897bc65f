package dev.qiao.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How far each person and business is verified. What a tier is called and allows belongs to others:
 * whoever changes one also changes what hangs on it, in the same transaction.
 */
@Component
public class Tiers {
  private final TierTables tables;
  private final InstantSource clock;

  Tiers(TierTables tables, InstantSource clock) {
    this.tables = tables;
    this.clock = clock;
  }

  public TierStanding of(Subject subject) {
    return tables.find(subject).orElse(TierStanding.USUAL);
  }

  /** The same, unchanged by others until the transaction at hand ends. */
  public TierStanding lock(Subject subject) {
    return tables.lock(subject, clock.instant());
  }

  /**
   * Sets the tier of somebody who was locked in the transaction at hand.
   *
   * @param tier empty for the lowest
   */
  public void set(Subject subject, Optional<String> tier, Optional<Instant> expiresAt) {
    tables.set(subject, tier, expiresAt, clock.instant());
  }

  /** Sets where the days begin of somebody who was locked in the transaction at hand. */
  public void zone(Subject subject, ZoneId zone) {
    tables.zone(subject, zone, clock.instant());
  }

  /** Says that what hangs on the standing of somebody who was locked has changed. */
  public void touch(Subject subject) {
    tables.touch(subject, clock.instant());
  }

  /** Those whose tier has run out, the longest ago first. */
  public List<Subject> expired(int limit) {
    return tables.expired(clock.instant(), limit);
  }

  /** Forgets somebody who was erased. */
  public void forget(Subject subject) {
    tables.forget(subject);
  }
}
