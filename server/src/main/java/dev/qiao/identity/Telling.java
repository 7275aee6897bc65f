package dev.qiao.identity;

import dev.qiao.notice.Notices;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells people of what somebody else began who must not learn, not even by how long the answer
 * takes, that there is somebody to tell. Also ends recoveries that nobody completed.
 */
@Component
class Telling {
  private final HolderTables holders;
  private final RecoveryTables recoveries;
  private final RecoveryLinks links;
  private final ContactBook contacts;
  private final AccountNotices notices;
  private final Notices outbox;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  Telling(
      HolderTables holders,
      RecoveryTables recoveries,
      RecoveryLinks links,
      ContactBook contacts,
      AccountNotices notices,
      Notices outbox,
      TransactionOperations transaction,
      InstantSource clock) {
    this.holders = holders;
    this.recoveries = recoveries;
    this.links = links;
    this.contacts = contacts;
    this.notices = notices;
    this.outbox = outbox;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * A message commits with the mark that it was queued: none is sent twice, none is lost. One at a
   * time here: whoever calls it finds told what was untold before.
   */
  @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT2S")
  synchronized void tell() {
    Integer told = transaction.execute(status -> losses() + waiting());
    if (told != null && told > 0) {
      outbox.wake();
    }
  }

  private int losses() {
    Instant now = clock.instant();
    List<HolderTables.Untold> untold = holders.untold();
    for (HolderTables.Untold loss : untold) {
      notices.tell(
          loss.person(), loss.phone() ? AccountChange.PHONE_LOST : AccountChange.EMAIL_LOST);
      holders.told(loss.id(), now);
    }
    return untold.size();
  }

  private int waiting() {
    Instant now = clock.instant();
    List<Recovery> untold = recoveries.untold();
    for (Recovery recovery : untold) {
      notices.tell(
          recovery.person(),
          AccountChange.RECOVERY_WAITING,
          contacts.of(recovery.person()),
          Optional.of(links.cancel(recovery.id())));
      recoveries.told(recovery.id(), now);
    }
    return untold.size();
  }

  @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
  void expire() {
    recoveries.expire(clock.instant());
  }
}
