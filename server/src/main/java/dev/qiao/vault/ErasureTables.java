package dev.qiao.vault;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom this database knows to be erased. */
@Component
class ErasureTables {
  private final JdbcClient db;

  ErasureTables(JdbcClient db) {
    this.db = db;
  }

  void insert(UUID subject, Instant at) {
    db.sql(
            """
            insert into vault.erasure (subject, at)
            values (:subject, :at)
            on conflict (subject) do nothing
            """)
        .param("subject", subject)
        .param("at", Timestamp.from(at))
        .update();
  }

  List<ErasureList.Entry> all() {
    return db.sql("select subject, at from vault.erasure order by at, subject")
        .query(
            (row, n) ->
                new ErasureList.Entry(
                    row.getObject("subject", UUID.class), row.getTimestamp("at").toInstant()))
        .list();
  }
}
