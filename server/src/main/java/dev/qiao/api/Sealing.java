package dev.qiao.api;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals what was audited, about a second after it. One instance does it for all. */
@Component
class Sealing {
  private static final Logger log = LoggerFactory.getLogger(Sealing.class);

  private final SealedTrail trail;

  Sealing(DataSource application) {
    this.trail = new SealedTrail(application);
  }

  @Scheduled(fixedDelayString = "PT1S", initialDelayString = "PT1S")
  void seal() {
    try {
      int sealed;
      do {
        sealed = trail.seal();
      } while (sealed > 0);
    } catch (IllegalStateException unreachable) {
      log.warn("The audit trail is not sealed now: {}", unreachable.getCause().getMessage());
    }
  }
}
