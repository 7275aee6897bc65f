package dev.qiao.decision;

import dev.qiao.api.AuditTrail;
import dev.qiao.identity.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends limits of one person or business whose day has come. They count for nothing from then on,
 * whether or not this has run: it sets the ledger's caps also for those who move nothing, and
 * writes it down. Any instance may do it.
 */
@Component
class LimitSweep {
  private static final int AT_ONCE = 100;

  private final Limits limits;
  private final IndividualLimitTables tables;
  private final AuditTrail trail;
  private final InstantSource clock;

  LimitSweep(Limits limits, IndividualLimitTables tables, AuditTrail trail, InstantSource clock) {
    this.limits = limits;
    this.tables = tables;
    this.trail = trail;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void end() {
    Instant now = clock.instant();
    for (Subject subject : tables.run(now, AT_ONCE)) {
      limits.change(subject, before -> ended(subject, now));
    }
  }

  private boolean ended(Subject subject, Instant now) {
    List<IndividualLimit> over =
        tables.open(subject).stream().filter(limit -> !limit.holdsAt(now)).toList();
    for (IndividualLimit limit : over) {
      if (tables.end(subject, limit.meaning(), limit.endsAt()) == 1) {
        trail.record(
            null, "limits.end", subject.text(), "done", limit.meaning() + ' ' + limit.reference());
      }
    }
    return !over.isEmpty();
  }
}
