package dev.qiao.demo;

import dev.qiao.api.PlatformClock;
import dev.qiao.api.PlatformTables;
import dev.qiao.api.PlatformTerms;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.AuditReport;
import dev.qiao.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Fills an empty demo database before the server answers, by setting the platform's clock to a
 * month ago and going through the story. It must come before anything else that makes ids: they
 * only ever grow.
 */
@Component
class DemoFilling implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(DemoFilling.class);
  private static final String KEY = "demo-data";
  private static final long SEED = 20_261_121;

  /** How long ago the story ends, so that what it takes a moment to do is over by now. */
  private static final Duration MARGIN = Duration.ofMinutes(4);

  private final Stage stage;
  private final Play play;
  private final PlatformTables platform;
  private final PlatformTerms terms;
  private final PlatformClock clock;
  private final Ids ids;
  private final Ledger ledger;
  private final boolean wanted;

  DemoFilling(
      Stage stage,
      Play play,
      PlatformTables platform,
      PlatformTerms terms,
      PlatformClock clock,
      Ids ids,
      Ledger ledger,
      @Value("${qiao.demo-data:true}") boolean wanted) {
    this.stage = stage;
    this.play = play;
    this.platform = platform;
    this.terms = terms;
    this.clock = clock;
    this.ids = ids;
    this.ledger = ledger;
    this.wanted = wanted && terms.demo();
  }

  @Override
  public void start() {
    // A filling that was interrupted was undone before the migrations.
    if (wanted && platform.find(KEY).isEmpty() && stage.isEmpty()) {
      fill();
    }
  }

  private void fill() {
    Instant now = clock.instant();
    platform.put(KEY, "filling");
    var random = new Random(SEED);
    Instant end = now.minus(MARGIN);
    Story story = new Story(random, terms.timeZone(), end);
    try {
      clock.stand(story.begin().minus(Duration.ofHours(12)));
      requireYoungIds();
      stage.build();
      play.perform(story.acts(), random, end);
    } finally {
      clock.run();
    }
    AuditReport report = ledger.audit();
    if (!report.clean()) {
      throw new IllegalStateException("The demo data does not add up: " + report.summary());
    }
    platform.put(KEY, "filled");
    log.info(
        "The demo data took {} ms; {}",
        Duration.between(now, clock.instant()).toMillis(),
        report.summary());
  }

  /** An id made before would pull all others into the present. */
  private void requireYoungIds() {
    if (Ids.instantOf(ids.next()).isAfter(clock.instant().plusSeconds(1))) {
      throw new IllegalStateException("Something has made ids before the demo data");
    }
  }

  @Override
  public void stop() {
    // It is over when start returns.
  }

  @Override
  public boolean isRunning() {
    return false;
  }

  /** Before the web server and all schedules. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1_000;
  }
}
