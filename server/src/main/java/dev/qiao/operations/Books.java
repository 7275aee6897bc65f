package dev.qiao.operations;

import dev.qiao.api.PlatformTerms;
import dev.qiao.ledger.AuditReport;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.TrialRow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the books agree. The sum over all accounts is taken at each look; that every balance is
 * the sum of its legs, at most every ten minutes and beside the request that asked.
 */
@Component
class Books {
  private static final Logger log = LoggerFactory.getLogger(Books.class);
  private static final Duration AUDIT_EVERY = Duration.ofMinutes(10);

  /**
   * What the books are off by, in minor units of the platform's currency, and when that was found.
   */
  record Checked(long difference, Instant at) {}

  private final Ledger ledger;
  private final PlatformTerms terms;
  private final InstantSource clock;
  private final AtomicBoolean auditing = new AtomicBoolean();
  private volatile Checked audited = new Checked(0, Instant.MIN);

  Books(Ledger ledger, PlatformTerms terms, InstantSource clock) {
    this.ledger = ledger;
    this.terms = terms;
    this.clock = clock;
  }

  Checked check() {
    Instant now = clock.instant();
    if (audited.at().isBefore(now.minus(AUDIT_EVERY)) && auditing.compareAndSet(false, true)) {
      Thread.ofVirtual().name("ledger-audit").start(this::audit);
    }
    long unbalanced =
        ledger.trialBalance().stream()
            .filter(row -> row.unit().equals(terms.unit()))
            .mapToLong(TrialRow::posted)
            .sum();
    return new Checked(unbalanced == 0 ? audited.difference() : unbalanced, now);
  }

  private void audit() {
    try {
      AuditReport report = ledger.audit();
      if (!report.clean()) {
        log.error("The ledger does not agree with itself: {}", report.summary());
      }
      long off =
          report.differences().stream()
              .mapToLong(difference -> Math.abs(difference.expected() - difference.actual()))
              .sum();
      audited = new Checked(off, clock.instant());
    } catch (RuntimeException unreachable) {
      log.warn("The ledger could not be audited now: {}", unreachable.getClass().getSimpleName());
    } finally {
      auditing.set(false);
    }
  }
}
