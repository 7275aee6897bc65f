package dev.qiao.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Parties who are locked out. */
@Component
class LockTables {
  private final JdbcClient db;

  LockTables(JdbcClient db) {
    this.db = db;
  }

  /** Why somebody is locked out, by whom and since when. */
  record Row(UUID party, String reason, OperatorId lockedBy, Instant lockedAt) {}

  /** Who is locked out now, the latest first. */
  List<Row> list(int limit) {
    return db.sql(
            """
            select party, reason, locked_by, locked_at
            from identity.party_lock
            order by locked_at desc, party
            limit :limit
            """)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Row(
                    row.getObject("party", UUID.class),
                    row.getString("reason"),
                    new OperatorId(row.getObject("locked_by", UUID.class)),
                    row.getTimestamp("locked_at").toInstant()))
        .list();
  }

  /** False when the party is locked already. */
  boolean insert(UUID party, String reason, UUID by, Instant now) {
    return db.sql(
                """
                insert into identity.party_lock (party, reason, locked_by, locked_at)
                values (:party, :reason, :by, :now)
                on conflict (party) do nothing
                """)
            .param("party", party)
            .param("reason", reason)
            .param("by", by)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** False when the party was not locked. */
  boolean delete(UUID party) {
    return db.sql("delete from identity.party_lock where party = :party")
            .param("party", party)
            .update()
        == 1;
  }

  boolean isLocked(UUID party) {
    return db.sql("select exists (select from identity.party_lock where party = :party)")
        .param("party", party)
        .query(Boolean.class)
        .single();
  }
}
