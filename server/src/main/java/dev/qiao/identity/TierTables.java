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

/** How far people are verified. */
@Component
class TierTables {
  private final JdbcClient db;

  TierTables(JdbcClient db) {
    this.db = db;
  }

  Optional<TierStanding> find(UUID person) {
    return db.sql(
            "select tier, expires_at, zone, version from identity.tier where person = :person")
        .param("person", person)
        .query(TierTables::standing)
        .optional();
  }

  /** Locks a person's row until the transaction ends, making one where there is none. */
  TierStanding lock(UUID person, Instant now) {
    db.sql(
            """
            insert into identity.tier (person, changed_at)
            values (:person, :now)
            on conflict (person) do nothing
            """)
        .param("person", person)
        .param("now", Timestamp.from(now))
        .update();
    return db.sql(
            """
            select tier, expires_at, zone, version
            from identity.tier
            where person = :person
            for update
            """)
        .param("person", person)
        .query(TierTables::standing)
        .single();
  }

  void set(UUID person, Optional<String> tier, Optional<Instant> expiresAt, Instant now) {
    db.sql(
            """
            update identity.tier
            set tier = :tier, expires_at = :expires, version = version + 1, changed_at = :now
            where person = :person
            """)
        .param("tier", tier.orElse(null))
        .param("expires", expiresAt.map(Timestamp::from).orElse(null))
        .param("now", Timestamp.from(now))
        .param("person", person)
        .update();
  }

  void zone(UUID person, ZoneId zone, Instant now) {
    db.sql(
            """
            update identity.tier
            set zone = :zone, version = version + 1, changed_at = :now
            where person = :person
            """)
        .param("zone", zone.getId())
        .param("now", Timestamp.from(now))
        .param("person", person)
        .update();
  }

  void touch(UUID person, Instant now) {
    db.sql(
            "update identity.tier set version = version + 1, changed_at = :now where person = :person")
        .param("now", Timestamp.from(now))
        .param("person", person)
        .update();
  }

  List<UUID> expired(Instant now, int limit) {
    return db.sql(
            """
            select person
            from identity.tier
            where expires_at <= :now
            order by expires_at
            limit :limit
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  void forget(UUID person) {
    db.sql("delete from identity.tier where person = :person").param("person", person).update();
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
