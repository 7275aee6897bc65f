package dev.qiao.bank;

import dev.qiao.database.DataMove;
import dev.qiao.vault.Life;
import dev.qiao.vault.Vaults;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals the last digits of bank accounts that an older program kept in the clear. */
@Component
@Order(2)
class SealedTails implements DataMove {
  private static final Logger log = LoggerFactory.getLogger(SealedTails.class);
  private static final int AT_ONCE = 1000;

  private record Plain(UUID id, UUID owner, String text) {}

  private final Vaults vaults;

  SealedTails(Vaults vaults) {
    this.vaults = vaults;
  }

  @Override
  public void run(DataSource owner) {
    JdbcClient db = JdbcClient.create(owner);
    List<Plain> some = plain(db);
    if (some.isEmpty()) {
      return;
    }
    Vaults.Opened opened = vaults.open(owner);
    long sealed = 0;
    for (; !some.isEmpty(); some = plain(db)) {
      some.forEach(one -> seal(db, one, opened));
      sealed += some.size();
    }
    // The old versions of the rows go out of the files, and new ones are refused.
    db.sql("vacuum full bank.linked_account").update();
    db.sql("alter table bank.linked_account validate constraint linked_account_tail_in_the_clear")
        .update();
    log.info(
        "Sealed {} last digits of bank accounts that an older program kept in the clear", sealed);
  }

  private static List<Plain> plain(JdbcClient db) {
    return db.sql(
            """
            select id, person as owner, tail as text
            from bank.linked_account
            where tail is not null
            limit :limit
            """)
        .param("limit", AT_ONCE)
        .query(Plain.class)
        .list();
  }

  /** Whose key is gone has none any more either. */
  private static void seal(JdbcClient db, Plain plain, Vaults.Opened opened) {
    byte[] sealed =
        opened
            .vault()
            .key(Life.ERASABLE, plain.owner())
            .map(key -> key.seal(LinkedAccountTables.TAIL, plain.text()))
            .orElse(null);
    db.sql(
            """
            update bank.linked_account
            set tail = null, tail_sealed = :sealed, tail_index = :index
            where id = :id
            """)
        .param("sealed", sealed)
        .param("index", LinkedAccountTables.indexOf(opened.index(), plain.owner(), plain.text()))
        .param("id", plain.id())
        .update();
  }
}
