package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.vault.Purpose;
import dev.qiao.vault.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sessions: the hashes of their tokens only. */
@Component
class SessionTables {
  /** A session, and what its party may do where that is kept with the party. */
  record Row(
      SessionId id,
      UUID party,
      Optional<UUID> merchant,
      Optional<String> role,
      String device,
      String address,
      Instant createdAt,
      Instant seenAt,
      Instant expiresAt,
      boolean mustEnrol) {}

  private final JdbcClient db;
  private final Seals seals;

  SessionTables(JdbcClient db, Seals seals) {
    this.db = db;
    this.seals = seals;
  }

  void insert(Row session, App app, byte[] tokenHash, List<Factor> factors) {
    db.sql(
            """
            insert into identity.session
              (id, token_hash, app, party, device, address, created_at, seen_at, expires_at,
               factors, must_enrol, proved_at, proved_by)
            values (:id, :hash, :app, :party, :device, :address, :createdAt, :seenAt, :expiresAt,
                    :factors, :mustEnrol, :createdAt, :provedBy)
            """)
        .param("id", session.id().value())
        .param("hash", tokenHash)
        .param("app", app.text())
        .param("party", session.party())
        .param("device", seals.seal(Purpose.SESSION, session.device()))
        .param("address", seals.seal(Purpose.SESSION, session.address()))
        .param("createdAt", Timestamp.from(session.createdAt()))
        .param("seenAt", Timestamp.from(session.seenAt()))
        .param("expiresAt", Timestamp.from(session.expiresAt()))
        .param("factors", factors.stream().map(Factor::text).toArray(String[]::new))
        .param("mustEnrol", session.mustEnrol())
        .param("provedBy", factors.getLast().text())
        .update();
  }

  /**
   * Gives a session another token and one more factor; empty when it has ended.
   *
   * @param enrolled whether the factor was set up now, which frees a session that was held for that
   */
  Optional<Row> renew(
      SessionId id, byte[] tokenHash, Factor factor, boolean enrolled, Instant now) {
    return db.sql(
            """
            update identity.session
            set token_hash = :hash, must_enrol = must_enrol and not :enrolled, proved_at = :now,
                proved_by = :factor,
                factors = array(select distinct unnest(factors || :factor::text))
            where id = :id and revoked_at is null
            returning id, party, null::uuid as merchant, null::text as role,
                      device, address, created_at, seen_at, expires_at, must_enrol
            """)
        .param("id", id.value())
        .param("hash", tokenHash)
        .param("factor", factor.text())
        .param("enrolled", enrolled)
        .param("now", Timestamp.from(now))
        .query(this::row)
        .optional();
  }

  /** Notes on which device a session is. */
  void on(SessionId id, Token device) {
    db.sql("update identity.session set device_hash = :hash where id = :id")
        .param("id", id.value())
        .param("hash", device.hash())
        .update();
  }

  /**
   * Since when the device of a session is known to its party, if an older one was known before it:
   * somebody's first device is no new one.
   */
  Optional<Instant> newDeviceSince(SessionId id) {
    return db.sql(
            """
            select d.known_at
            from identity.session s
            join identity.known_device d on d.token_hash = s.device_hash and d.party = s.party
            where s.id = :id
              and exists (
                select from identity.known_device o where o.party = s.party and o.known_at < d.known_at)
            """)
        .param("id", id.value())
        .query((row, n) -> row.getTimestamp("known_at").toInstant())
        .optional();
  }

  /** Notes what was shown, without another token. */
  void shown(SessionId id, Factor factor, Instant now) {
    db.sql(
            """
            update identity.session
            set proved_at = :now, proved_by = :factor,
                factors = array(select distinct unnest(factors || :factor::text))
            where id = :id and revoked_at is null
            """)
        .param("id", id.value())
        .param("factor", factor.text())
        .param("now", Timestamp.from(now))
        .update();
  }

  void cool(SessionId id, Instant until) {
    db.sql("update identity.session set cooling_until = :until where id = :id")
        .param("id", id.value())
        .param("until", Timestamp.from(until))
        .update();
  }

  /**
   * Until when little money is moved.
   *
   * @param whole whether by all of the wallet, not by this session alone
   */
  record Cooling(Instant until, boolean whole) {}

  /**
   * Until when this session, or all of its person's wallet, moves little money; locks both, so that
   * what is added up stays true. Whichever ends later counts.
   */
  Optional<Cooling> cooling(SessionId id) {
    return db.sql(
            """
            select greatest(s.cooling_until, p.cooling_until) as until,
                   coalesce(p.cooling_until >= s.cooling_until, p.cooling_until is not null) as whole
            from identity.session s
            join identity.person p on p.id = s.party
            where s.id = :id and (s.cooling_until is not null or p.cooling_until is not null)
            for no key update of p
            for update of s
            """)
        .param("id", id.value())
        .query(
            (row, n) -> new Cooling(row.getTimestamp("until").toInstant(), row.getBoolean("whole")))
        .optional();
  }

  /**
   * Whether a session has not ended, which stays so until the transaction at hand ends: whoever
   * ends it waits, and then finds what was done in it.
   */
  boolean hold(SessionId id) {
    return db.sql("select id from identity.session where id = :id and revoked_at is null for share")
        .param("id", id.value())
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  /** What the party has shown last, and when. */
  record Proved(Instant at, Optional<Factor> by) {}

  Optional<Proved> proved(SessionId id) {
    return db.sql(
            """
            select proved_at, proved_by
            from identity.session
            where id = :id and proved_at is not null
            """)
        .param("id", id.value())
        .query(
            (row, n) ->
                new Proved(
                    row.getTimestamp("proved_at").toInstant(),
                    Optional.ofNullable(row.getString("proved_by")).flatMap(Factor::find)))
        .optional();
  }

  /**
   * The session that this token opens in this app, if it was seen since {@code idleSince} and its
   * staff may still sign in.
   */
  Optional<Row> live(App app, byte[] tokenHash, Instant now, Instant idleSince) {
    return db.sql(
            """
            select s.id, s.party, t.merchant, coalesce(t.role, o.role) as role,
                   s.device, s.address, s.created_at, s.seen_at, s.expires_at, s.must_enrol
            from identity.session s
            left join identity.staff t on t.id = s.party
            left join identity.operator o on o.id = s.party
            where s.token_hash = :hash and s.app = :app and s.revoked_at is null
              and s.expires_at > :now and s.seen_at > :idleSince
              and (t.id is null or t.state = 'active')
              and (o.id is null or o.state = 'active')
              and not exists (select from identity.party_lock k where k.party = s.party)
            """)
        .param("hash", tokenHash)
        .param("app", app.text())
        .param("now", Timestamp.from(now))
        .param("idleSince", Timestamp.from(idleSince))
        .query(this::row)
        .optional();
  }

  /** A session that was not revoked. */
  Optional<Row> find(SessionId id) {
    return db.sql(
            """
            select id, party, null::uuid as merchant, null::text as role,
                   device, address, created_at, seen_at, expires_at, must_enrol
            from identity.session
            where id = :id and revoked_at is null
            """)
        .param("id", id.value())
        .query(this::row)
        .optional();
  }

  /** When one of a party's sessions was used last, if after that time. */
  Optional<Instant> seenSince(UUID party, Instant since) {
    return db.sql(
            """
            select seen_at
            from identity.session
            where party = :party and revoked_at is null and seen_at > :since
            order by seen_at desc
            limit 1
            """)
        .param("party", party)
        .param("since", Timestamp.from(since))
        .query((row, n) -> row.getTimestamp("seen_at").toInstant())
        .optional();
  }

  void seen(SessionId id, String address, Instant now) {
    db.sql(
            "update identity.session set seen_at = greatest(seen_at, :now), address = :address where id = :id")
        .param("id", id.value())
        .param("address", seals.seal(Purpose.SESSION, address))
        .param("now", Timestamp.from(now))
        .update();
  }

  List<Row> of(UUID party, App app, Instant now, Instant idleSince) {
    return db.sql(
            """
            select id, party, null::uuid as merchant, null::text as role,
                   device, address, created_at, seen_at, expires_at, must_enrol
            from identity.session
            where party = :party and app = :app and revoked_at is null
              and expires_at > :now and seen_at > :idleSince
            order by seen_at desc, id desc
            limit 100
            """)
        .param("party", party)
        .param("app", app.text())
        .param("now", Timestamp.from(now))
        .param("idleSince", Timestamp.from(idleSince))
        .query(this::row)
        .list();
  }

  /** False when the party has no such session, or it was revoked before. */
  boolean revoke(SessionId id, UUID party, Instant now) {
    return db.sql(
                """
                update identity.session
                set revoked_at = :now
                where id = :id and party = :party and revoked_at is null
                """)
            .param("id", id.value())
            .param("party", party)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Revokes what this token opens, if anything. */
  void revoke(App app, byte[] tokenHash, Instant now) {
    db.sql(
            """
            update identity.session
            set revoked_at = :now
            where token_hash = :hash and app = :app and revoked_at is null
            """)
        .param("hash", tokenHash)
        .param("app", app.text())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Revokes the party's sessions except one; returns how many there were. */
  int revokeAll(UUID party, @Nullable SessionId except, Instant now) {
    return db.sql(
            """
            update identity.session
            set revoked_at = :now
            where party = :party and revoked_at is null and id is distinct from :except::uuid
            """)
        .param("party", party)
        .param("except", except == null ? null : except.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  /**
   * Revokes what a party has open on one of its browsers, and what is from a time when browsers
   * were not noted: it may be on that one.
   */
  void revokeOn(UUID party, DeviceId device, Instant now) {
    db.sql(
            """
            update identity.session
            set revoked_at = :now
            where party = :party and revoked_at is null
              and (device_hash is null or device_hash = (
                select token_hash from identity.known_device where id = :device and party = :party))
            """)
        .param("party", party)
        .param("device", device.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Revokes the party's sessions in which any of these was shown. */
  void revokeShown(UUID party, List<Factor> factors, Instant now) {
    db.sql(
            """
            update identity.session
            set revoked_at = :now
            where party = :party and revoked_at is null and factors && :factors::text[]
            """)
        .param("party", party)
        .param("factors", factors.stream().map(Factor::text).toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** All that is kept of a party's sessions, also of those that have ended. */
  List<Row> all(UUID party) {
    return db.sql(
            """
            select id, party, null::uuid as merchant, null::text as role,
                   device, address, created_at, seen_at, expires_at, must_enrol
            from identity.session
            where party = :party
            order by id
            """)
        .param("party", party)
        .query(this::row)
        .list();
  }

  void forget(UUID party) {
    db.sql("delete from identity.session where party = :party").param("party", party).update();
  }

  int purge(Instant before) {
    return db.sql("delete from identity.session where expires_at < :before or revoked_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        new SessionId(row.getObject("id", UUID.class)),
        row.getObject("party", UUID.class),
        Optional.ofNullable(row.getObject("merchant", UUID.class)),
        Optional.ofNullable(row.getString("role")),
        seals.open(Purpose.SESSION, row.getString("device")).orElse(""),
        seals.open(Purpose.SESSION, row.getString("address")).orElse(""),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("seen_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        row.getBoolean("must_enrol"));
  }
}
