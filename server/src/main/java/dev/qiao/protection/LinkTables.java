package dev.qiao.protection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that freeze: the hashes of their tokens only. */
@Component
class LinkTables {
  private final JdbcClient db;

  LinkTables(JdbcClient db) {
    this.db = db;
  }

  void insert(byte[] tokenHash, UUID person, Instant now, Instant expiresAt) {
    db.sql(
            """
            insert into protection.freeze_link (token_hash, person, created_at, expires_at)
            values (:hash, :person, :now, :expiresAt)
            """)
        .param("hash", tokenHash)
        .param("person", person)
        .param("now", Timestamp.from(now))
        .param("expiresAt", Timestamp.from(expiresAt))
        .update();
  }

  /** Uses a link up; whose it was. Of parallel uses one gets an answer. */
  Optional<UUID> use(byte[] tokenHash, Instant now) {
    return db.sql(
            """
            update protection.freeze_link
            set used_at = :now
            where token_hash = :hash and used_at is null and expires_at > :now
            returning person
            """)
        .param("hash", tokenHash)
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .optional();
  }

  void forget(UUID person) {
    db.sql("delete from protection.freeze_link where person = :person")
        .param("person", person)
        .update();
  }

  int purge(Instant before) {
    return db.sql("delete from protection.freeze_link where expires_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }
}
