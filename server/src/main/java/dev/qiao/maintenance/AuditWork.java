package dev.qiao.maintenance;

import dev.qiao.ledger.AuditReport.Difference;
import dev.qiao.ledger.AuditScope;
import dev.qiao.ledger.AuditStanding;
import dev.qiao.ledger.AuditStep.Elsewhere;
import dev.qiao.ledger.AuditStep.Looked;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets the self-audit go on: each minute over what was just touched, and a share of all the time,
 * more while nobody else is at work, over everything. On every instance; the ledger sees to it that
 * one does the work.
 */
@Component
@EnableConfigurationProperties(AuditTerms.class)
class AuditWork {
  private static final Logger log = LoggerFactory.getLogger(AuditWork.class);

  /** Where another instance is at it, or the database is away. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private static final int SAID_MAX = 20;

  /** What a step leaves to be done. */
  private enum Left {
    MORE,
    NOTHING,
    TO_ANOTHER
  }

  private final LedgerAudits audits;
  private final AuditMeters meters;
  private final AuditTerms terms;
  private final InstantSource clock;
  private Instant recentAt = Instant.MIN;
  private Instant wholeAt = Instant.MIN;
  private AuditPace pace = AuditPace.BUSY;

  AuditWork(LedgerAudits audits, AuditMeters meters, AuditTerms terms, InstantSource clock) {
    this.audits = audits;
    this.meters = meters;
    this.terms = terms;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT0.5S", initialDelayString = "PT15S")
  void goOn() {
    Instant now = clock.instant();
    try {
      if (isDue(recentAt, terms.recentEvery(), now)) {
        recentAt = now.plus(terms.recentEvery());
        step(AuditScope.RECENT);
        wholeAt = later(wholeAt, dueWhole(audits.standing()));
      }
      if (terms.sharePercent() > 0 && isDue(wholeAt, terms.wholeEvery(), now)) {
        whole(now);
      }
    } catch (RuntimeException failed) {
      // Not its message: it may quote rows.
      log.warn("The ledger could not be audited now: {}", failed.getClass().getSimpleName());
      wholeAt = clock.instant().plus(PAUSE);
    }
  }

  /** Also when the clock was set back meanwhile. */
  private static boolean isDue(Instant at, Duration every, Instant now) {
    return !now.isBefore(at) || Duration.between(now, at).compareTo(every.plus(PAUSE)) > 0;
  }

  /** Some steps, then a rest: the busier others are, the fewer, and the longer. */
  private void whole(Instant begin) {
    Instant now;
    Left left;
    do {
      left = step(AuditScope.WHOLE);
      pace = pace.seen(audits.isQuiet());
      now = clock.instant();
    } while (left == Left.MORE && Duration.between(begin, now).compareTo(pace.work()) < 0);
    wholeAt =
        switch (left) {
          case MORE -> now.plus(pace.rest(Duration.between(begin, now), terms));
          case NOTHING -> dueWhole(audits.standing());
          case TO_ANOTHER -> later(now.plus(PAUSE), dueWhole(audits.standing()));
        };
  }

  private Left step(AuditScope scope) {
    return switch (audits.step(scope)) {
      case Elsewhere _ -> Left.TO_ANOTHER;
      case Looked looked -> {
        meters.count(scope, looked.figures());
        say(looked.fresh());
        yield looked.ended() ? Left.NOTHING : Left.MORE;
      }
    };
  }

  private void say(List<Difference> fresh) {
    for (Difference difference : fresh.subList(0, Math.min(fresh.size(), SAID_MAX))) {
      log.error(
          "The ledger differs from its postings: {}: {} is {}, its postings make {}",
          difference.subject(),
          difference.figure(),
          difference.actual(),
          difference.expected());
    }
    if (fresh.size() > SAID_MAX) {
      log.error("… and {} more differences at once", fresh.size() - SAID_MAX);
    }
  }

  /** When the next pass over everything begins; long ago while one is under way. */
  private Instant dueWhole(AuditStanding standing) {
    return standing.whole().underWay().isPresent()
        ? Instant.MIN
        : standing
            .whole()
            .last()
            .map(last -> last.begunAt().plus(terms.wholeEvery()))
            .orElse(Instant.MIN);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
