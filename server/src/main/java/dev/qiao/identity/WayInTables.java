package dev.qiao.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What operators have locked of that by which parties come in. */
@Component
class WayInTables {
  /** Something of which a party has one: since when it is as it is, and since when it is locked. */
  record Sole(WayIn.Kind kind, Instant since, Optional<Instant> lockedAt) {}

  private final JdbcClient db;

  WayInTables(JdbcClient db) {
    this.db = db;
  }

  /** What a party has one of: password, PIN, authenticator. */
  List<Sole> soles(UUID party) {
    return db.sql(
            """
            select 'PASSWORD' as kind, changed_at as since, locked_at
            from identity.password
            where party = :party
            union all
            select 'PIN', changed_at, locked_at
            from identity.pin
            where person = :party
            union all
            select 'AUTHENTICATOR', confirmed_at, locked_at
            from identity.authenticator
            where party = :party and confirmed_at is not null
            """)
        .param("party", party)
        .query(
            (row, n) ->
                new Sole(
                    WayIn.Kind.valueOf(row.getString("kind")),
                    row.getTimestamp("since").toInstant(),
                    Optional.ofNullable(row.getTimestamp("locked_at")).map(Timestamp::toInstant)))
        .list();
  }

  /** The factors that a party has and cannot show, since all that shows them is locked. */
  Set<Factor> lockedFactors(UUID party) {
    Set<Factor> locked = new HashSet<>();
    db.sql(
            """
            select 'PASSKEY' as kind
            from identity.passkey
            where party = :party
            having count(*) > 0 and count(*) = count(locked_at)
            union all
            select 'PASSWORD' from identity.password where party = :party and locked_at is not null
            union all
            select 'PIN' from identity.pin where person = :party and locked_at is not null
            union all
            select 'AUTHENTICATOR'
            from identity.authenticator
            where party = :party and locked_at is not null
            """)
        .param("party", party)
        .query(String.class)
        .list()
        .forEach(kind -> locked.addAll(WayIn.Kind.valueOf(kind).factors()));
    return locked;
  }

  /** Locks one; false when the party has no such thing, or it is locked. */
  boolean lock(UUID party, WayIn way, Instant now) {
    return set(party, way, now);
  }

  /** Unlocks one; false when the party has no such thing, or it is not locked. */
  boolean unlock(UUID party, WayIn way) {
    return set(party, way, null);
  }

  private boolean set(UUID party, WayIn way, @Nullable Instant at) {
    String sql =
        switch (way.kind()) {
          case DEVICE ->
              """
              update identity.known_device
              set locked_at = :at
              where party = :party and id = :id and (locked_at is null) <> (:at::timestamptz is null)
              """;
          case PASSKEY ->
              """
              update identity.passkey
              set locked_at = :at
              where party = :party and id = :id and (locked_at is null) <> (:at::timestamptz is null)
              """;
          case PASSWORD ->
              """
              update identity.password
              set locked_at = :at
              where party = :party and (locked_at is null) <> (:at::timestamptz is null)
              """;
          case PIN ->
              """
              update identity.pin
              set locked_at = :at
              where person = :party and (locked_at is null) <> (:at::timestamptz is null)
              """;
          case AUTHENTICATOR ->
              """
              update identity.authenticator
              set locked_at = :at
              where party = :party and confirmed_at is not null
                and (locked_at is null) <> (:at::timestamptz is null)
              """;
        };
    return db.sql(sql)
            .param("at", at == null ? null : Timestamp.from(at))
            .param("party", party)
            .param("id", id(way))
            .update()
        == 1;
  }

  private static @Nullable UUID id(WayIn way) {
    return switch (way) {
      case WayIn.OfDevice(DeviceId id) -> id.value();
      case WayIn.OfPasskey(PasskeyId id) -> id.value();
      case WayIn.Sole _ -> null;
    };
  }

  /**
   * Whether one is locked, which stays so until the transaction at hand ends: whoever locks it
   * waits, and then finds what was opened meanwhile.
   */
  boolean isLocked(UUID party, WayIn way) {
    String sql =
        switch (way.kind()) {
          case DEVICE ->
              """
              select locked_at is not null
              from identity.known_device
              where party = :party and id = :id
              for share
              """;
          case PASSKEY ->
              """
              select locked_at is not null
              from identity.passkey
              where party = :party and id = :id
              for share
              """;
          case PASSWORD ->
              """
              select locked_at is not null from identity.password where party = :party for share
              """;
          case PIN ->
              """
              select locked_at is not null from identity.pin where person = :party for share
              """;
          case AUTHENTICATOR ->
              """
              select locked_at is not null from identity.authenticator where party = :party for share
              """;
        };
    return db.sql(sql)
        .param("party", party)
        .param("id", id(way))
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /**
   * Whether an administrator is left who can come in with what is not locked.
   *
   * @param besides who does not count
   */
  boolean anyAdministratorComesIn(Optional<OperatorId> besides) {
    return db.sql(
            """
            select exists (
              select from identity.operator o
              where o.role = 'administrator' and o.state = 'active' and o.id is distinct from :besides::uuid
                and not exists (select from identity.party_lock l where l.party = o.id)
                and (exists (
                       select from identity.passkey p where p.party = o.id and p.locked_at is null)
                  or exists (
                       select from identity.password w where w.party = o.id and w.locked_at is null)
                     and exists (
                       select from identity.authenticator a
                       where a.party = o.id and a.confirmed_at is not null and a.locked_at is null)))
            """)
        .param("besides", besides.map(OperatorId::value).orElse(null))
        .query(Boolean.class)
        .single();
  }

  /**
   * Whether a merchant's shop has another owner who can come in with what is not locked, and so
   * stands above this one.
   */
  boolean anyOtherOwnerComesIn(StaffMember owner) {
    return db.sql(
            """
            select exists (
              select from identity.staff s
              where s.merchant = :merchant and s.role = 'owner' and s.state = 'active' and s.id <> :owner
                and not exists (select from identity.party_lock l where l.party = s.id)
                and (exists (
                       select from identity.passkey p where p.party = s.id and p.locked_at is null)
                  or exists (
                       select from identity.password w where w.party = s.id and w.locked_at is null)
                     and not exists (
                       select from identity.authenticator a where a.party = s.id and a.locked_at is not null)))
            """)
        .param("merchant", owner.merchant())
        .param("owner", owner.id().value())
        .query(Boolean.class)
        .single();
  }
}
