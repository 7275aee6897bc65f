package dev.qiao.verification;

import dev.qiao.api.AuditTrail;
import dev.qiao.decision.Limits;
import dev.qiao.identity.Subject;
import dev.qiao.identity.Tiers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What time does: documents run out, and what was not used is not kept. Any instance may do it. */
@Component
class VerificationSweep {
  private static final int AT_ONCE = 100;
  private static final Duration DRAFT_KEPT = Duration.ofDays(30);
  private static final Duration REFUSED_KEPT = Duration.ofDays(90);

  private final RequestTables requests;
  private final DocumentTables documents;
  private final VerificationNotices notices;
  private final Tiers tiers;
  private final Limits limits;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  VerificationSweep(
      RequestTables requests,
      DocumentTables documents,
      VerificationNotices notices,
      Tiers tiers,
      Limits limits,
      AuditTrail audit,
      TransactionOperations transaction,
      InstantSource clock) {
    this.requests = requests;
    this.documents = documents;
    this.notices = notices;
    this.tiers = tiers;
    this.limits = limits;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * A run-out tier counts for nothing from its end on: this tells those concerned, and lowers the
   * caps.
   */
  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void lowerExpired() {
    for (Subject subject : tiers.expired(AT_ONCE)) {
      transaction.executeWithoutResult(
          status -> {
            if (!limits.lower(subject)) {
              return;
            }
            audit.record(null, "tier.expire", subject.text(), "done", null);
            requests
                .latest(subject)
                .ifPresent(
                    last -> notices.tell(subject, last.id(), "expired", limits.tier(subject)));
          });
    }
    notices.wake();
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
  void forget() {
    Instant now = clock.instant();
    transaction.executeWithoutResult(
        status -> {
          requests.endOld(now.minus(DRAFT_KEPT), now).forEach(documents::removeAll);
          documents.removeRefused(now.minus(REFUSED_KEPT));
        });
  }
}
