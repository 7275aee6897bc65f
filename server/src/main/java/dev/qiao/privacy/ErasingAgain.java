package dev.qiao.privacy;

import dev.qiao.vault.ErasureList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Erases again, before the first request, whom a restored database has brought back; and keeps this
 * instance's list up to what other instances erased.
 */
@Component
class ErasingAgain implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ErasingAgain.class);

  private final Erasures erasures;
  private final ErasureList list;

  ErasingAgain(Erasures erasures, ErasureList list) {
    this.erasures = erasures;
    this.list = list;
  }

  @Override
  public void start() {
    Erasures.Again again = erasures.again();
    if (again.erased() > 0) {
      log.warn("Erased {} people again whom a restored database had brought back", again.erased());
    }
    if (again.withMoney() > 0) {
      log.error(
          "{} wallets of erased people hold money again: see person.erase in the audit trail",
          again.withMoney());
    }
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void write() {
    list.write();
  }

  @Override
  public void stop() {
    // It is over when start returns.
  }

  @Override
  public boolean isRunning() {
    return false;
  }

  /** After the demo data, before the web server. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 2_000;
  }
}
