package dev.qiao.notice;

import dev.qiao.notice.Progress.State;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The outbox of messages. */
@Component
class MessageTables {
  /** A message that this instance has taken out of the queue. */
  record Claimed(UUID id, Optional<String> asked, byte[] sealed, Instant expiresAt) {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /** Where a message stands. */
  record Row(Medium medium, State state, Optional<String> channel) {}

  private final JdbcClient db;

  MessageTables(JdbcClient db) {
    this.db = db;
  }

  void insert(
      UUID id,
      UUID owner,
      Medium medium,
      Template template,
      Optional<String> asked,
      byte[] sealed,
      Instant at,
      Instant expiresAt) {
    db.sql(
            """
            insert into notice.message (id, owner, medium, template, asked, sealed, state, at, expires_at)
            values (:id, :owner, :medium, :template, :asked, :sealed, 'waiting', :at, :expiresAt)
            """)
        .param("id", id)
        .param("owner", owner)
        .param("medium", medium.text())
        .param("template", template.text())
        .param("asked", asked.orElse(null))
        .param("sealed", sealed)
        .param("at", Timestamp.from(at))
        .param("expiresAt", Timestamp.from(expiresAt))
        .update();
  }

  /** A message that is delivered already. */
  void insertSent(
      UUID id, UUID owner, Medium medium, Template template, String channel, Instant at) {
    db.sql(
            """
            insert into notice.message (id, owner, medium, template, state, channel, at, expires_at, ended_at)
            values (:id, :owner, :medium, :template, 'sent', :channel, :at, :at, :at)
            """)
        .param("id", id)
        .param("owner", owner)
        .param("medium", medium.text())
        .param("template", template.text())
        .param("channel", channel)
        .param("at", Timestamp.from(at))
        .update();
  }

  /**
   * Takes waiting messages, oldest first; each is taken once.
   *
   * @param owner whose are taken at once
   * @param abandoned others' are taken when they have waited since before this
   */
  List<Claimed> claim(UUID owner, Instant abandoned, int limit) {
    return db.sql(
            """
            update notice.message
            set state = 'sending'
            where state = 'waiting' and id in (
              select id
              from notice.message
              where state = 'waiting' and (owner = :owner or at < :abandoned)
              order by at
              limit :limit
              for update skip locked
            )
            returning id, asked, sealed, expires_at
            """)
        .param("owner", owner)
        .param("abandoned", Timestamp.from(abandoned))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Claimed(
                    row.getObject("id", UUID.class),
                    Optional.ofNullable(row.getString("asked")),
                    row.getBytes("sealed"),
                    row.getTimestamp("expires_at").toInstant()))
        .list();
  }

  /** Says how a message ended, and forgets what it said. */
  void end(UUID id, State state, @Nullable String channel, @Nullable String reason, Instant at) {
    db.sql(
            """
            update notice.message
            set state = :state, channel = :channel, reason = :reason, sealed = null, ended_at = :at
            where id = :id and state = 'sending'
            """)
        .param("id", id)
        .param("state", state.text())
        .param("channel", channel)
        .param("reason", reason)
        .param("at", Timestamp.from(at))
        .update();
  }

  /**
   * Ends what nobody will end any more, because its instance is gone: what waited was not sent,
   * what was being sent may have been.
   */
  int endExpired(Instant now) {
    return db.sql(
            """
            update notice.message
            set state = case state when 'waiting' then 'failed' else 'unknown' end,
              reason = 'expired', sealed = null, ended_at = :now
            where ended_at is null and expires_at < :now
            """)
        .param("now", Timestamp.from(now))
        .update();
  }

  Optional<Row> find(UUID id) {
    return db.sql("select medium, state, channel from notice.message where id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new Row(
                    Medium.of(row.getString("medium")),
                    State.of(row.getString("state")),
                    Optional.ofNullable(row.getString("channel"))))
        .optional();
  }

  int purge(Instant before) {
    return db.sql("delete from notice.message where at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }
}
