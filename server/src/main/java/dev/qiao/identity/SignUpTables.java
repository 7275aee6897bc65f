package dev.qiao.identity;

import dev.qiao.vault.Purpose;
import dev.qiao.vault.Seals;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Phones and emails shown to be someone's who has not said their name yet. */
@Component
class SignUpTables {
  private final JdbcClient db;
  private final Seals seals;

  SignUpTables(JdbcClient db, Seals seals) {
    this.db = db;
    this.seals = seals;
  }

  void insert(Token token, Contact contact, Instant expiresAt) {
    db.sql(
            """
            insert into identity.sign_up (token_hash, contact_sealed, expires_at)
            values (:hash, :contact, :expiresAt)
            """)
        .param("hash", token.hash())
        .param("contact", seals.seal(Purpose.CODE, contact.address()))
        .param("expiresAt", Timestamp.from(expiresAt))
        .update();
  }

  Optional<Contact> find(Token token, Instant now) {
    return db.sql(
            """
            select contact_sealed
            from identity.sign_up
            where token_hash = :hash and used_at is null and expires_at > :now
            """)
        .param("hash", token.hash())
        .param("now", Timestamp.from(now))
        .query(String.class)
        .optional()
        .flatMap(text -> seals.open(Purpose.CODE, text))
        .map(Contact::of);
  }

  /** False when it was used before, also by a request that came at the same time. */
  boolean use(Token token, Instant now) {
    return db.sql(
                """
                update identity.sign_up
                set used_at = :now
                where token_hash = :hash and used_at is null
                """)
            .param("hash", token.hash())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  int purge(Instant before) {
    return db.sql("delete from identity.sign_up where expires_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }
}
