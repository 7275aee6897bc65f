package dev.qiao.identity;

import dev.qiao.database.DataMove;
import dev.qiao.vault.Vaults;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Seals the names of passkeys that an older program kept in the clear. */
@Component
@Order(2)
class SealedPasskeyNames implements DataMove {
  private static final Logger log = LoggerFactory.getLogger(SealedPasskeyNames.class);

  private final Vaults vaults;

  SealedPasskeyNames(Vaults vaults) {
    this.vaults = vaults;
  }

  @Override
  public void run(DataSource owner) {
    var plain = new PlainPasskeyTables(owner);
    if (!plain.isThere()) {
      return;
    }
    long sealed = plain.seal(vaults.open(owner));
    plain.forget();
    log.info("Sealed {} names of passkeys that an older program kept in the clear", sealed);
  }
}
