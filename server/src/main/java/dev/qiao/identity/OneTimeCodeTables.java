package dev.qiao.identity;

import dev.qiao.identity.OneTimeCodes.Purpose;
import dev.qiao.vault.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time codes: their hashes only, and at most one for a contact and a purpose. */
@Component
class OneTimeCodeTables {
  /** A code that was sent. */
  record Row(
      CodeId id, Contact contact, byte[] hash, int tries, Instant sentAt, Instant expiresAt) {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  private final JdbcClient db;
  private final HolderTables holders;
  private final Seals seals;

  OneTimeCodeTables(JdbcClient db, HolderTables holders, Seals seals) {
    this.db = db;
    this.holders = holders;
    this.seals = seals;
  }

  /** The unused code sent after that time. */
  Optional<Row> sentSince(Contact contact, Purpose purpose, Instant since) {
    return db.sql(
            """
            select id, contact_sealed, hash, tries, sent_at, expires_at
            from identity.one_time_code
            where contact_index = :contact and purpose = :purpose and used_at is null and sent_at > :since
            """)
        .param("contact", index(contact))
        .param("purpose", purpose.text())
        .param("since", Timestamp.from(since))
        .query(this::row)
        .optional();
  }

  /**
   * Puts this code in place of the one before; false when another was sent since that time, other
   * than the one that it may replace.
   */
  boolean replace(Row code, Purpose purpose, Instant since, Optional<CodeId> instead) {
    return db.sql(
                """
                insert into identity.one_time_code as c
                  (contact_index, contact_sealed, purpose, id, hash, sent_at, expires_at)
                values (:contact, :sealed, :purpose, :id, :hash, :sentAt, :expiresAt)
                on conflict (contact_index, purpose) do update set
                  contact_sealed = excluded.contact_sealed, id = excluded.id, hash = excluded.hash, tries = 0,
                  sent_at = excluded.sent_at, expires_at = excluded.expires_at, used_at = null
                where c.used_at is not null or c.sent_at <= :since or c.id = :instead::uuid
                """)
            .param("contact", index(code.contact()))
            .param("sealed", seals.seal(dev.qiao.vault.Purpose.CODE, code.contact().address()))
            .param("purpose", purpose.text())
            .param("id", code.id().value())
            .param("hash", code.hash())
            .param("sentAt", Timestamp.from(code.sentAt()))
            .param("expiresAt", Timestamp.from(code.expiresAt()))
            .param("since", Timestamp.from(since))
            .param("instead", instead.map(CodeId::value).orElse(null))
            .update()
        == 1;
  }

  /**
   * Counts a try of a code that may still be tried: in one statement, so that parallel tries each
   * count.
   */
  Optional<Row> countTry(CodeId id, Purpose purpose, int triesMax, Instant now) {
    return db.sql(
            """
            update identity.one_time_code
            set tries = tries + 1
            where id = :id and purpose = :purpose and used_at is null and expires_at > :now and tries < :triesMax
            returning id, contact_sealed, hash, tries, sent_at, expires_at
            """)
        .param("id", id.value())
        .param("purpose", purpose.text())
        .param("triesMax", triesMax)
        .param("now", Timestamp.from(now))
        .query(this::row)
        .optional();
  }

  /** False when it was used before. */
  boolean use(CodeId id, Instant now) {
    return db.sql(
                "update identity.one_time_code set used_at = :now where id = :id and used_at is null")
            .param("id", id.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  int purge(Instant before) {
    return db.sql("delete from identity.one_time_code where expires_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private byte[] index(Contact contact) {
    return holders.index(contact);
  }

  private Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        new CodeId(row.getObject("id", UUID.class)),
        Contact.of(
            seals.open(dev.qiao.vault.Purpose.CODE, row.getString("contact_sealed")).orElseThrow()),
        row.getBytes("hash"),
        row.getInt("tries"),
        row.getTimestamp("sent_at").toInstant(),
        row.getTimestamp("expires_at").toInstant());
  }
}
