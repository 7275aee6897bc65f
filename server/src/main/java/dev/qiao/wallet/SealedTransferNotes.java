package dev.qiao.wallet;

import dev.qiao.database.DataMove;
import dev.qiao.vault.Vaults;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Seals the notes of transfers that an older program kept in the clear. */
@Component
@Order(2)
class SealedTransferNotes implements DataMove {
  private static final Logger log = LoggerFactory.getLogger(SealedTransferNotes.class);

  private final Vaults vaults;

  SealedTransferNotes(Vaults vaults) {
    this.vaults = vaults;
  }

  @Override
  public void run(DataSource owner) {
    var plain = new PlainTransferTables(owner);
    if (!plain.isThere()) {
      return;
    }
    long sealed = plain.seal(vaults.open(owner));
    plain.forget();
    log.info("Sealed {} notes of transfers that an older program kept in the clear", sealed);
  }
}
