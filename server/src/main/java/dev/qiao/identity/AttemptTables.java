package dev.qiao.identity;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of guesses. */
@Component
class AttemptTables {
  record Count(int used, Instant endsAt) {}

  private final JdbcClient db;

  AttemptTables(JdbcClient db) {
    this.db = db;
  }

  /**
   * Counts one, starting a new window when the last one has ended; in one statement, so that none
   * is lost.
   */
  Count count(byte[] subject, Instant now, Instant end) {
    return db.sql(
            """
            insert into identity.attempt as a (subject, used, ends_at)
            values (:subject, 1, :end)
            on conflict (subject) do update set
              used = case when a.ends_at <= :now then 1 else least(a.used + 1, 1000000) end,
              ends_at = case when a.ends_at <= :now then excluded.ends_at else a.ends_at end
            returning used, ends_at
            """)
        .param("subject", subject)
        .param("now", Timestamp.from(now))
        .param("end", Timestamp.from(end))
        .query((row, n) -> new Count(row.getInt("used"), row.getTimestamp("ends_at").toInstant()))
        .single();
  }

  void forget(byte[] subject) {
    db.sql("delete from identity.attempt where subject = :subject")
        .param("subject", subject)
        .update();
  }

  void giveBack(byte[] subject) {
    db.sql(
            """
            update identity.attempt
            set used = used - 1
            where subject = :subject and used > 1
            """)
        .param("subject", subject)
        .update();
  }

  int purge(Instant now) {
    return db.sql("delete from identity.attempt where ends_at <= :now")
        .param("now", Timestamp.from(now))
        .update();
  }
}
