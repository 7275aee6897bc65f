package dev.qiao.bank;

import dev.qiao.vault.Life;
import dev.qiao.vault.Vaults;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The last digits of bank accounts that an older program kept in the clear, as the owner sees them.
 */
final class PlainTailTables {
  private static final int AT_ONCE = 1000;

  private record Plain(UUID id, UUID owner, String text) {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  private final JdbcClient db;

  PlainTailTables(DataSource owner) {
    this.db = JdbcClient.create(owner);
  }

  boolean isThere() {
    return !some().isEmpty();
  }

  /** Seals all of them, some at a time; says how many there were. */
  long seal(Vaults.Opened vault) {
    long sealed = 0;
    for (List<Plain> some = some(); !some.isEmpty(); some = some()) {
      some.forEach(one -> seal(one, vault));
      sealed += some.size();
    }
    return sealed;
  }

  /** Takes the old versions of the rows out of the files, and has the database refuse new ones. */
  void forget() {
    db.sql("vacuum full bank.linked_account").update();
    db.sql("alter table bank.linked_account validate constraint linked_account_tail_in_the_clear")
        .update();
  }

  private List<Plain> some() {
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
  private void seal(Plain plain, Vaults.Opened opened) {
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
