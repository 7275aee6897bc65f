package dev.qiao.api;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The platform's time. It can be set while demo data is being made, and only runs with the system's
 * clock otherwise.
 */
public final class PlatformClock implements InstantSource {
  private final Clock system;
  private final AtomicReference<Optional<Instant>> set = new AtomicReference<>(Optional.empty());

  public PlatformClock(ZoneId zone) {
    this.system = Clock.system(zone);
  }

  @Override
  public Instant instant() {
    // PostgreSQL keeps microseconds: cutting here makes a time equal to itself after it was stored.
    return set.get().orElseGet(system::instant).truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }

  /** The zone in which the platform's days begin. */
  public ZoneId zone() {
    return system.getZone();
  }

  /** Stands still at this instant until told otherwise. */
  public void stand(Instant at) {
    set.set(Optional.of(at));
  }

  /** Runs with the system's clock again. */
  public void run() {
    set.set(Optional.empty());
  }
}
