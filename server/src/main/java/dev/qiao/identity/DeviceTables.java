package dev.qiao.identity;

import dev.qiao.vault.Purpose;
import dev.qiao.vault.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The browsers that parties have signed in from: hashes of their tokens only. */
@Component
class DeviceTables {
  /**
   * A browser as its party is told of it.
   *
   * @param name what it says that it is; empty when nothing is kept of it any more
   */
  record Row(
      DeviceId id,
      String name,
      Instant knownAt,
      Optional<Instant> seenAt,
      Optional<Instant> lockedAt) {}

  private final JdbcClient db;
  private final Seals seals;

  DeviceTables(JdbcClient db, Seals seals) {
    this.db = db;
    this.seals = seals;
  }

  /** Whether the party has signed in from it, and it is not locked. */
  boolean knows(UUID party, Token device) {
    return db.sql(
            """
            select exists (
              select from identity.known_device
              where token_hash = :hash and party = :party and locked_at is null)
            """)
        .param("hash", device.hash())
        .param("party", party)
        .query(Boolean.class)
        .single();
  }

  int count(UUID party) {
    return db.sql("select count(*) from identity.known_device where party = :party")
        .param("party", party)
        .query(Integer.class)
        .single();
  }

  boolean knowsAny(UUID party) {
    return db.sql("select exists (select from identity.known_device where party = :party)")
        .param("party", party)
        .query(Boolean.class)
        .single();
  }

  /** The party's browser that keeps this, if it has signed in from it. */
  Optional<DeviceId> find(UUID party, Token device) {
    return db.sql(
            "select id from identity.known_device where token_hash = :hash and party = :party")
        .param("hash", device.hash())
        .param("party", party)
        .query(UUID.class)
        .optional()
        .map(DeviceId::new);
  }

  /** All that the party has signed in from, the latest first. */
  List<Row> of(UUID party) {
    return of(party, false);
  }

  /** Those of them that are locked. */
  List<Row> locked(UUID party) {
    return of(party, true);
  }

  private List<Row> of(UUID party, boolean lockedOnly) {
    return db.sql(
            """
            select d.id, d.known_at, d.locked_at, s.device, s.seen_at
            from identity.known_device d
            left join lateral (
              select device, seen_at
              from identity.session
              where party = d.party and device_hash = d.token_hash
              order by seen_at desc
              limit 1) s on true
            where d.party = :party and (not :lockedOnly or d.locked_at is not null)
            order by d.known_at desc, d.id
            """)
        .param("lockedOnly", lockedOnly)
        .param("party", party)
        .query(this::row)
        .list();
  }

  private Row row(ResultSet row, int n) throws SQLException {
    String device = row.getString("device");
    return new Row(
        new DeviceId(row.getObject("id", UUID.class)),
        device == null ? "" : seals.open(Purpose.SESSION, device).orElse(""),
        row.getTimestamp("known_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("seen_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getTimestamp("locked_at")).map(Timestamp::toInstant));
  }

  void remember(DeviceId id, UUID party, Token device, Instant now) {
    db.sql(
            """
            insert into identity.known_device (id, token_hash, party, known_at)
            values (:id, :hash, :party, :now)
            on conflict do nothing
            """)
        .param("id", id.value())
        .param("hash", device.hash())
        .param("party", party)
        .param("now", Timestamp.from(now))
        .update();
  }
}
