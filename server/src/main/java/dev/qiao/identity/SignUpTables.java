package dev.qiao.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Phones shown to be someone's who has not said their name yet. */
@Component
class SignUpTables {
  private final JdbcClient db;

  SignUpTables(JdbcClient db) {
    this.db = db;
  }

  void insert(Token token, Phone phone, Instant expiresAt) {
    db.sql(
            "insert into identity.sign_up (token_hash, phone, expires_at) values (:hash, :phone, :expiresAt)")
        .param("hash", token.hash())
        .param("phone", phone.e164())
        .param("expiresAt", Timestamp.from(expiresAt))
        .update();
  }

  Optional<Phone> find(Token token, Instant now) {
    return db.sql(
            """
            select phone
            from identity.sign_up
            where token_hash = :hash and used_at is null and expires_at > :now
            """)
        .param("hash", token.hash())
        .param("now", Timestamp.from(now))
        .query(String.class)
        .optional()
        .map(Phone::new);
  }

  void use(Token token, Instant now) {
    db.sql("update identity.sign_up set used_at = :now where token_hash = :hash")
        .param("hash", token.hash())
        .param("now", Timestamp.from(now))
        .update();
  }

  int purge(Instant before) {
    return db.sql("delete from identity.sign_up where expires_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }
}
