package dev.qiao.operations;

import dev.qiao.api.PlatformTerms;
import dev.qiao.ledger.AuditReport.Difference;
import dev.qiao.ledger.AuditStanding.Found;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.TrialRow;
import dev.qiao.maintenance.LedgerAudits;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * Whether the books agree: the sum over all accounts, which is taken at each look, and what the
 * self-audit has found.
 */
@Component
class Books {
  /**
   * What the books are off by, in minor units of the platform's currency, and when that was found.
   */
  record Checked(long difference, Instant at) {}

  private final Ledger ledger;
  private final LedgerAudits audits;
  private final PlatformTerms terms;
  private final InstantSource clock;

  Books(Ledger ledger, LedgerAudits audits, PlatformTerms terms, InstantSource clock) {
    this.ledger = ledger;
    this.audits = audits;
    this.terms = terms;
    this.clock = clock;
  }

  Checked check() {
    Instant now = clock.instant();
    long unbalanced =
        ledger.trialBalance().stream()
            .filter(row -> row.unit().equals(terms.unit()))
            .mapToLong(TrialRow::posted)
            .sum();
    return new Checked(unbalanced == 0 ? found() : unbalanced, now);
  }

  private long found() {
    return audits.standing().differences().stream()
        .map(Found::difference)
        .mapToLong(Books::size)
        .sum();
  }

  private static long size(Difference difference) {
    return Math.abs(difference.expected() - difference.actual());
  }
}
