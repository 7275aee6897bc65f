package dev.qiao.maintenance;

import dev.qiao.ledger.AuditFigures;
import dev.qiao.ledger.AuditScope;
import dev.qiao.ledger.AuditStanding;
import dev.qiao.ledger.AuditStanding.Pass;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * The self-audit in figures: {@code qiao.ledger.audit.differences} that are open, {@code .postings}
 * and {@code .changes} looked at by this instance, and {@code .age}: seconds since a pass has
 * ended, tagged with its scope; not a number before the first.
 */
@Component
class AuditMeters {
  private static final String NAME = "qiao.ledger.audit.";

  private final MeterRegistry registry;
  private final LedgerAudits audits;
  private final InstantSource clock;

  AuditMeters(MeterRegistry registry, LedgerAudits audits, InstantSource clock) {
    this.registry = registry;
    this.audits = audits;
    this.clock = clock;
    Gauge.builder(NAME + "differences", this, AuditMeters::open).register(registry);
    age(AuditScope.RECENT, AuditStanding::recent);
    age(AuditScope.WHOLE, AuditStanding::whole);
    count(AuditScope.RECENT, 0, 0);
    count(AuditScope.WHOLE, 0, 0);
  }

  void count(AuditScope scope, AuditFigures looked) {
    count(scope, looked.postings(), looked.changes());
  }

  private void count(AuditScope scope, long postings, long changes) {
    registry.counter(NAME + "postings", "scope", tag(scope)).increment(postings);
    registry.counter(NAME + "changes", "scope", tag(scope)).increment(changes);
  }

  private void age(AuditScope scope, Function<AuditStanding, Pass> pass) {
    TimeGauge.builder(NAME + "age", this, TimeUnit.SECONDS, meters -> meters.seconds(pass))
        .tag("scope", tag(scope))
        .register(registry);
  }

  private double open() {
    return audits.latest().map(standing -> (double) standing.open()).orElse(Double.NaN);
  }

  private double seconds(Function<AuditStanding, Pass> pass) {
    return audits
        .latest()
        .flatMap(standing -> pass.apply(standing).last())
        .map(last -> (double) Duration.between(last.at(), clock.instant()).toSeconds())
        .orElse(Double.NaN);
  }

  private static String tag(AuditScope scope) {
    return scope.name().toLowerCase(Locale.ROOT);
  }
}
