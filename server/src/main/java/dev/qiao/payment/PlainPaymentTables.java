package dev.qiao.payment;

import dev.qiao.vault.Notes;
import dev.qiao.vault.Vaults;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notes of payments that an older program kept in the clear, as the owner sees them. */
final class PlainPaymentTables {
  private static final int AT_ONCE = 1000;

  private record Plain(UUID id, UUID owner, String text) {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  private final JdbcClient db;

  PlainPaymentTables(DataSource owner) {
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
    db.sql("vacuum full payment.payment").update();
    db.sql("alter table payment.payment validate constraint payment_note_in_the_clear").update();
  }

  private List<Plain> some() {
    return db.sql(
            """
            select id, coalesce(created_by, payer) as owner, note as text
            from payment.payment
            where note is not null
            limit :limit
            """)
        .param("limit", AT_ONCE)
        .query(Plain.class)
        .list();
  }

  /** Whose key is gone has none any more either. */
  private void seal(Plain plain, Vaults.Opened opened) {
    Optional<Notes.Sealed> sealed =
        new Notes(opened.vault(), opened.index(), PaymentTables.NOTE)
            .seal(plain.owner(), plain.text());
    db.sql(
            """
            update payment.payment
            set note = null, note_sealed = :sealed, note_words = :words::bytea[]
            where id = :id
            """)
        .param("sealed", sealed.map(Notes.Sealed::text).orElse(null))
        .param("words", sealed.map(Notes.Sealed::words).orElse(null))
        .param("id", plain.id())
        .update();
  }
}
