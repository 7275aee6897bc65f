package dev.qiao.payment;

import dev.qiao.database.DataMove;
import dev.qiao.vault.Vaults;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Seals the notes of payments that an older program kept in the clear. */
@Component
@Order(2)
class SealedPaymentNotes implements DataMove {
  private static final Logger log = LoggerFactory.getLogger(SealedPaymentNotes.class);

  private final Vaults vaults;

  SealedPaymentNotes(Vaults vaults) {
    this.vaults = vaults;
  }

  @Override
  public void run(DataSource owner) {
    var plain = new PlainPaymentTables(owner);
    if (!plain.isThere()) {
      return;
    }
    long sealed = plain.seal(vaults.open(owner));
    plain.forget();
    log.info("Sealed {} notes of payments that an older program kept in the clear", sealed);
  }
}
