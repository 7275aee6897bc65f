package dev.qiao.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How far each person is verified. What a tier is called and allows belongs to others: whoever
 * changes one also changes what hangs on it, in the same transaction.
 */
@Component
public class Tiers {
  private final TierTables tables;
  private final InstantSource clock;

  Tiers(TierTables tables, InstantSource clock) {
    this.tables = tables;
    this.clock = clock;
  }

  public TierStanding of(UUID person) {
    return tables.find(person).orElse(TierStanding.USUAL);
  }

  /** The same, unchanged by others until the transaction at hand ends. */
  public TierStanding lock(UUID person) {
    return tables.lock(person, clock.instant());
  }

  /**
   * Sets the tier of somebody who was locked in the transaction at hand.
   *
   * @param tier empty for the lowest
   */
  public void set(UUID person, Optional<String> tier, Optional<Instant> expiresAt) {
    tables.set(person, tier, expiresAt, clock.instant());
  }

  /** Sets where the days begin of somebody who was locked in the transaction at hand. */
  public void zone(UUID person, ZoneId zone) {
    tables.zone(person, zone, clock.instant());
  }

  /** Says that what hangs on the standing of somebody who was locked has changed. */
  public void touch(UUID person) {
    tables.touch(person, clock.instant());
  }

  /** People whose tier has run out, the longest ago first. */
  public List<UUID> expired(int limit) {
    return tables.expired(clock.instant(), limit);
  }

  /** Forgets somebody who was erased. */
  public void forget(UUID person) {
    tables.forget(person);
  }
}
