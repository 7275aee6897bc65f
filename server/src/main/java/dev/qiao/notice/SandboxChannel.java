package dev.qiao.notice;

import dev.qiao.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps messages for a day instead of sending them, so that a demo needs no telephone. */
@Component
@ConditionalOnBooleanProperty("qiao.demo")
class SandboxChannel {
  static final String NAME = "sandbox";

  private static final Duration KEPT = Duration.ofHours(24);

  private final SandboxTables tables;
  private final Ids ids;
  private final InstantSource clock;

  SandboxChannel(SandboxTables tables, Ids ids, InstantSource clock) {
    this.tables = tables;
    this.ids = ids;
    this.clock = clock;
  }

  void keep(Message message, Instant at) {
    tables.insert(ids.next(), message.to(), message.template(), message.parameters(), at);
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void purge() {
    tables.purge(clock.instant().minus(KEPT));
  }
}
