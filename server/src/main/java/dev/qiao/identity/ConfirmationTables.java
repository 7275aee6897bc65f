package dev.qiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people were asked to confirm. */
@Component
class ConfirmationTables {
  record Row(ConfirmationId id, UUID person, byte[] nonce, byte[] challenge, Instant expiresAt) {}

  /** How much was confirmed in a session since a time, or may still be. */
  long asked(UUID session, Instant since, Instant now) {
    return db.sql(
            """
            select coalesce(sum(amount), 0)::bigint
            from identity.confirmation
            where session = :session and expires_at > :since
              and (used_at is not null or expires_at > :now)
            """)
        .param("session", session)
        .param("since", Timestamp.from(since))
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /** The same over all sessions of a person. */
  long askedOfWallet(UUID person, Instant since, Instant now) {
    return db.sql(
            """
            select coalesce(sum(amount), 0)::bigint
            from identity.confirmation
            where person = :person and expires_at > :since
              and (used_at is not null or expires_at > :now)
            """)
        .param("person", person)
        .param("since", Timestamp.from(since))
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  private final JdbcClient db;

  ConfirmationTables(JdbcClient db) {
    this.db = db;
  }

  void insert(Row row, UUID session, long amount) {
    db.sql(
            """
            insert into identity.confirmation (id, person, nonce, challenge, expires_at, session, amount)
            values (:id, :person, :nonce, :challenge, :expiresAt, :session, :amount)
            """)
        .param("id", row.id().value())
        .param("person", row.person())
        .param("nonce", row.nonce())
        .param("challenge", row.challenge())
        .param("expiresAt", Timestamp.from(row.expiresAt()))
        .param("session", session)
        .param("amount", amount)
        .update();
  }

  /** What this person may still confirm. */
  Optional<Row> open(ConfirmationId id, UUID person, Instant now) {
    return db.sql(
            """
            select id, person, nonce, challenge, expires_at
            from identity.confirmation
            where id = :id and person = :person and used_at is null and expires_at > :now
            """)
        .param("id", id.value())
        .param("person", person)
        .param("now", Timestamp.from(now))
        .query(ConfirmationTables::row)
        .optional();
  }

  /** False when it was used before: of parallel uses one gets true. */
  boolean use(ConfirmationId id, Instant now) {
    return db.sql(
                "update identity.confirmation set used_at = :now where id = :id and used_at is null")
            .param("id", id.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  int purge(Instant before) {
    return db.sql("delete from identity.confirmation where expires_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        new ConfirmationId(row.getObject("id", UUID.class)),
        row.getObject("person", UUID.class),
        row.getBytes("nonce"),
        row.getBytes("challenge"),
        row.getTimestamp("expires_at").toInstant());
  }
}
