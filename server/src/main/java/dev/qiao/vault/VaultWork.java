package dev.qiao.vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the keys of the days to come, and destroys those whose time has come. */
@Component
class VaultWork {
  private static final Logger log = LoggerFactory.getLogger(VaultWork.class);

  private final Vault vault;
  private final Seals seals;

  VaultWork(Vault vault, Seals seals) {
    this.vault = vault;
    this.seals = seals;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
  void work() {
    seals.prepare();
    int destroyed = vault.destroyDue();
    if (destroyed > 0) {
      log.info("Destroyed {} keys whose time had come", destroyed);
    }
  }
}
