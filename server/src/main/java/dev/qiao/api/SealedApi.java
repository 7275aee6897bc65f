package dev.qiao.api;

import dev.qiao.database.DataMove;
import dev.qiao.vault.Vaults;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Seals the answers and addresses that an older program kept in the clear. */
@Component
@Order(0)
class SealedApi implements DataMove {
  private static final Logger log = LoggerFactory.getLogger(SealedApi.class);

  private final Vaults vaults;

  SealedApi(Vaults vaults) {
    this.vaults = vaults;
  }

  @Override
  public void run(DataSource owner) {
    PlainApiTables plain = new PlainApiTables(owner);
    if (plain.isThere()) {
      long sealed = plain.seal(vaults.open(owner).seals());
      plain.forget();
      log.info("Sealed {} answers and addresses that an older program kept in the clear", sealed);
    }
  }
}
