package dev.qiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far people and businesses are verified. */
@Component
class TierTables {
  private final JdbcClient db;

  TierTables(JdbcClient db) {
    this.db = db;
  }

  Optional<TierStanding> find(Subject subject) {
    return db.sql(
            "select tier, expires_at, zone, version from identity.tier where subject = :subject")
        .param("subject", subject.value())
        .query(TierTables::standing)
        .optional();
  }

  /** Locks a subject's row until the transaction ends, making one where there is none. */
  TierStanding lock(Subject subject, Instant now) {
    db.sql(
            """
            insert into identity.tier (subject, subject_kind, changed_at)
            values (:subject, :kind, :now)
            on conflict (subject) do nothing
            """)
        .param("subject", subject.value())
        .param("kind", subject.kind().text())
        .param("now", Timestamp.from(now))
        .update();
    return db.sql(
            """
            select tier, expires_at, zone, version
            from identity.tier
            where subject = :subject
            for update
            """)
        .param("subject", subject.value())
        .query(TierTables::standing)
        .single();
  }

  void set(Subject subject, Optional<String> tier, Optional<Instant> expiresAt, Instant now) {
    db.sql(
            """
            update identity.tier
            set tier = :tier, expires_at = :expires, version = version + 1, changed_at = :now
            where subject = :subject
            """)
        .param("tier", tier.orElse(null))
        .param("expires", expiresAt.map(Timestamp::from).orElse(null))
        .param("now", Timestamp.from(now))
        .param("subject", subject.value())
        .update();
  }

  void zone(Subject subject, ZoneId zone, Instant now) {
    db.sql(
            """
            update identity.tier
            set zone = :zone, version = version + 1, changed_at = :now
            where subject = :subject
            """)
        .param("zone", zone.getId())
        .param("now", Timestamp.from(now))
        .param("subject", subject.value())
        .update();
  }

  void touch(Subject subject, Instant now) {
    db.sql(
            "update identity.tier set version = version + 1, changed_at = :now where subject = :subject")
        .param("now", Timestamp.from(now))
        .param("subject", subject.value())
        .update();
  }

  List<Subject> expired(Instant now, int limit) {
    return db.sql(
            """
            select subject, subject_kind
            from identity.tier
            where expires_at <= :now
            order by expires_at
            limit :limit
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query(
            (row, number) ->
                new Subject(
                    Subject.Kind.of(row.getString("subject_kind")),
                    row.getObject("subject", UUID.class)))
        .list();
  }

  void forget(Subject subject) {
    db.sql("delete from identity.tier where subject = :subject")
        .param("subject", subject.value())
        .update();
  }

  private static TierStanding standing(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp expires = row.getTimestamp("expires_at");
    return new TierStanding(
        Optional.ofNullable(row.getString("tier")),
        Optional.ofNullable(expires).map(Timestamp::toInstant),
        Optional.ofNullable(row.getString("zone")).map(ZoneId::of),
        row.getLong("version"));
  }
}
