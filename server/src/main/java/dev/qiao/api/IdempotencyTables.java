package dev.qiao.api;

import dev.qiao.ledger.Companion;
import dev.qiao.vault.Purpose;
import dev.qiao.vault.Seals;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Answers by the party's key. They name people, so they are sealed. */
@Component
class IdempotencyTables {
  /** One key of one party, and what was asked under it. */
  record Record(String party, String key, byte[] content) {}

  /** What was answered. */
  record Stored(byte[] content, int status, String body) {}

  private final JdbcClient db;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final Seals seals;

  IdempotencyTables(JdbcClient db, ObjectMapper json, InstantSource clock, Seals seals) {
    this.db = db;
    this.json = json;
    this.clock = clock;
    this.seals = seals;
  }

  Optional<Stored> find(String party, String key) {
    return db.sql(
            """
            select content, status, body
            from api.idempotency
            where party = :party and key = :key
            """)
        .param("party", party)
        .param("key", key)
        .query(
            (row, n) ->
                new Stored(
                    row.getBytes("content"),
                    row.getInt("status"),
                    seals.open(Purpose.ANSWER, row.getString("body")).orElseThrow()))
        .optional();
  }

  private static final String INSERT =
      """
      insert into api.idempotency (party, key, content, status, body, at)
      values (?, ?, ?, ?, ?, ?)
      """;

  Companion companion(Record record, int status, Object body) {
    return Companion.insert(
        INSERT, record.party(), record.key(), record.content(), status, text(body), now());
  }

  void insert(Record record, int status, Object body) {
    db.sql(INSERT)
        .params(
            record.party(),
            record.key(),
            record.content(),
            status,
            text(body),
            java.sql.Timestamp.from(now()))
        .update();
  }

  /** Forgets keys older than the time given; ids of money live on in the ledger. */
  int forget(Instant before) {
    return db.sql("delete from api.idempotency where at < :before")
        .param("before", java.sql.Timestamp.from(before))
        .update();
  }

  private String text(Object body) {
    return seals.seal(Purpose.ANSWER, json.writeValueAsString(body));
  }

  private Instant now() {
    return clock.instant();
  }
}
