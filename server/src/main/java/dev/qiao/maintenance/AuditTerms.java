package dev.qiao.maintenance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger's self-audit goes on beside other work.
 *
 * @param recentEvery how often what was just touched is looked at
 * @param wholeEvery how long after the beginning of a pass over everything the next one begins, if
 *     the first has ended
 * @param sharePercent how much of a second a pass over everything may keep a connection busy; 0
 *     turns it off
 */
@ConfigurationProperties("qiao.audit")
record AuditTerms(
    @DefaultValue("PT1M") Duration recentEvery,
    @DefaultValue("PT1H") Duration wholeEvery,
    @DefaultValue("10") int sharePercent) {
  AuditTerms {
    if (sharePercent < 0 || sharePercent > 100) {
      throw new IllegalArgumentException("qiao.audit.share-percent is from 0 to 100");
    }
  }

  /** How long to rest after work, so that the share is kept. */
  Duration restAfter(Duration work) {
    return work.multipliedBy(100 - sharePercent).dividedBy(Math.max(sharePercent, 1));
  }
}
