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
 * @param sharePercent how much of the time a pass over everything may keep a connection busy while
 *     others are at work in the database; 0 turns it off
 * @param quietSharePercent the same while nobody else is
 */
@ConfigurationProperties("qiao.audit")
record AuditTerms(
    @DefaultValue("PT1M") Duration recentEvery,
    @DefaultValue("PT10M") Duration wholeEvery,
    @DefaultValue("10") int sharePercent,
    @DefaultValue("80") int quietSharePercent) {
  AuditTerms {
    if (sharePercent < 0 || sharePercent > 100) {
      throw new IllegalArgumentException("qiao.audit.share-percent is from 0 to 100");
    }
    if (quietSharePercent < sharePercent || quietSharePercent > 100) {
      throw new IllegalArgumentException(
          "qiao.audit.quiet-share-percent is from qiao.audit.share-percent to 100");
    }
  }
}
