package dev.qiao.identity;

import dev.qiao.database.DataMove;
import dev.qiao.vault.Vaults;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Seals the names, phones, logins and sessions that an older program kept in the clear. */
@Component
@Order(1)
class SealedIdentity implements DataMove {
  private static final Logger log = LoggerFactory.getLogger(SealedIdentity.class);

  private final Vaults vaults;

  SealedIdentity(Vaults vaults) {
    this.vaults = vaults;
  }

  @Override
  public void run(DataSource owner) {
    PlainIdentityTables plain = new PlainIdentityTables(owner);
    if (!plain.isThere()) {
      return;
    }
    long sealed = plain.seal(vaults.open(owner));
    plain.forget();
    log.info("Sealed {} rows of identity that an older program kept in the clear", sealed);
  }
}
