package dev.qiao.maintenance;

import dev.qiao.ledger.AuditStanding;
import dev.qiao.ledger.AuditStanding.Pass;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells readiness what the self-audit has found. Never that we are not ready: every instance reads
 * the same database, so none would be left, and the difference would still be there.
 */
@Component("ledgerAudit")
class AuditHealth implements HealthIndicator {
  private final LedgerAudits audits;

  AuditHealth(LedgerAudits audits) {
    this.audits = audits;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    audits.latest().ifPresent(standing -> describe(health, standing));
    return health.build();
  }

  private static void describe(Health.Builder health, AuditStanding standing) {
    health
        .withDetail("differences", standing.open())
        .withDetail("recent_ended_at", endedAt(standing.recent()))
        .withDetail("whole_ended_at", endedAt(standing.whole()));
  }

  private static String endedAt(Pass pass) {
    return pass.last().map(AuditStanding.Ended::at).map(Instant::toString).orElse("never");
  }
}
