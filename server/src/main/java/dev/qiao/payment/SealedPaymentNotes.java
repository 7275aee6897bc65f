package dev.qiao.payment;

import dev.qiao.database.DataMove;
import dev.qiao.vault.Notes;
import dev.qiao.vault.Vaults;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals the notes of payments that an older program kept in the clear. */
@Component
@Order(2)
class SealedPaymentNotes implements DataMove {
  private static final Logger log = LoggerFactory.getLogger(SealedPaymentNotes.class);
  private static final int AT_ONCE = 1000;

  private record Plain(UUID id, UUID writer, String note) {}

  private final Vaults vaults;

  SealedPaymentNotes(Vaults vaults) {
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
    var notes = new Notes(opened.vault(), opened.index(), PaymentTables.NOTE);
    long sealed = 0;
    for (; !some.isEmpty(); some = plain(db)) {
      some.forEach(one -> seal(db, one, notes.seal(one.writer(), one.note())));
      sealed += some.size();
    }
    // The old versions of the rows go out of the files, and new ones are refused.
    db.sql("vacuum full payment.payment").update();
    db.sql("alter table payment.payment validate constraint payment_note_in_the_clear").update();
    log.info("Sealed {} notes of payments that an older program kept in the clear", sealed);
  }

  private static List<Plain> plain(JdbcClient db) {
    return db.sql(
            """
            select id, coalesce(created_by, payer) as writer, note
            from payment.payment
            where note is not null
            limit :limit
            """)
        .param("limit", AT_ONCE)
        .query(Plain.class)
        .list();
  }

  /** Whose key is gone has no note any more either. */
  private static void seal(JdbcClient db, Plain plain, Optional<Notes.Sealed> sealed) {
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
