package dev.qiao.bank;

import dev.qiao.database.DataMove;
import dev.qiao.vault.Vaults;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Seals the last digits of bank accounts that an older program kept in the clear. */
@Component
@Order(2)
class SealedTails implements DataMove {
  private static final Logger log = LoggerFactory.getLogger(SealedTails.class);

  private final Vaults vaults;

  SealedTails(Vaults vaults) {
    this.vaults = vaults;
  }

  @Override
  public void run(DataSource owner) {
    var plain = new PlainTailTables(owner);
    if (!plain.isThere()) {
      return;
    }
    long sealed = plain.seal(vaults.open(owner));
    plain.forget();
    log.info(
        "Sealed {} last digits of bank accounts that an older program kept in the clear", sealed);
  }
}
