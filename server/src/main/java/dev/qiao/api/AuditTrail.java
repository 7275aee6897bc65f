package dev.qiao.api;

import dev.qiao.ids.Ids;
import dev.qiao.ledger.Companion;
import dev.qiao.vault.Purpose;
import dev.qiao.vault.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The append-only trail of acts. The application's database role may insert and read it, nothing
 * else.
 */
@Component
public class AuditTrail {
  private static final String INSERT =
      """
      insert into api.audit (id, at, actor_kind, actor, act, object, channel, address, outcome, reason)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient db;
  private final Ids ids;
  private final InstantSource clock;
  private final Seals seals;

  AuditTrail(JdbcClient db, Ids ids, InstantSource clock, Seals seals) {
    this.db = db;
    this.ids = ids;
    this.clock = clock;
    this.seals = seals;
  }

  /** Records an act in the transaction at hand, or at once where there is none. */
  public void record(
      @Nullable Caller caller, String act, String object, String outcome, @Nullable String reason) {
    var at = clock.instant();
    db.sql(INSERT)
        .params(values(caller, Timestamp.from(at), act, object, null, outcome, reason))
        .update();
  }

  /** Records an act of someone who is not signed in (yet). */
  public void record(
      String actorKind,
      @Nullable UUID actor,
      @Nullable String address,
      String act,
      String object,
      String outcome,
      @Nullable String reason) {
    Object[] values = {
      ids.next(),
      Timestamp.from(clock.instant()),
      actorKind,
      actor,
      act,
      object,
      null,
      sealed(address),
      outcome,
      reason
    };
    db.sql(INSERT).params(values).update();
  }

  /** An entry to travel with a posting. */
  public Companion companion(
      @Nullable Caller caller,
      String act,
      String object,
      @Nullable UUID channel,
      String outcome,
      @Nullable String reason) {
    return Companion.insert(
        INSERT, values(caller, clock.instant(), act, object, channel, outcome, reason));
  }

  private Object[] values(
      @Nullable Caller caller,
      Object at,
      String act,
      String object,
      @Nullable UUID channel,
      String outcome,
      @Nullable String reason) {
    return new Object[] {
      ids.next(),
      at,
      caller == null ? "system" : caller.kind().name().toLowerCase(Locale.ROOT),
      caller == null ? null : caller.party(),
      act,
      object,
      channel,
      sealed(caller == null ? null : caller.address()),
      outcome,
      reason
    };
  }

  /** Entries that fit, newest first. */
  public List<AuditEntry> list(AuditQuery query, int limit) {
    return db.sql(
            """
            select id, at, actor_kind, actor, act, object, channel, address, outcome, reason
            from api.audit
            where (:before::uuid is null or id < :before::uuid)
              and (:text::text is null or starts_with(act, :text::text) or object = :text::text)
              and (:actorKind::text is null or actor_kind = :actorKind::text)
              and (:actor::uuid is null or actor = :actor::uuid)
              and (:act::text is null or starts_with(act, :act::text))
              and (:object::text is null or object = :object::text)
              and (:from::timestamptz is null or at >= :from::timestamptz)
              and (:until::timestamptz is null or at < :until::timestamptz)
            order by id desc
            limit :limit
            """)
        .param("before", query.before().orElse(null))
        .param("text", query.text().orElse(null))
        .param("actorKind", query.actorKind().orElse(null))
        .param("actor", query.actor().orElse(null))
        .param("act", query.act().orElse(null))
        .param("object", query.object().orElse(null))
        .param("from", query.from().map(Timestamp::from).orElse(null))
        .param("until", query.until().map(Timestamp::from).orElse(null))
        .param("limit", limit)
        .query(this::entry)
        .list();
  }

  /** What was done to a thing, oldest first. */
  public List<AuditEntry> of(String object) {
    return db.sql(
            """
            select id, at, actor_kind, actor, act, object, channel, address, outcome, reason
            from api.audit
            where object = :object
            order by id
            limit 200
            """)
        .param("object", object)
        .query(this::entry)
        .list();
  }

  /** What a party did, and what was done to a thing, newest first. */
  public List<AuditEntry> about(UUID actor, String object, int limit) {
    return db.sql(
            """
            select id, at, actor_kind, actor, act, object, channel, address, outcome, reason
            from api.audit
            where actor = :actor or object = :object
            order by id desc
            limit :limit
            """)
        .param("actor", actor)
        .param("object", object)
        .param("limit", limit)
        .query(this::entry)
        .list();
  }

  private @Nullable String sealed(@Nullable String address) {
    return address == null ? null : seals.seal(Purpose.TRAIL, address);
  }

  private AuditEntry entry(ResultSet row, int n) throws SQLException {
    return new AuditEntry(
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        row.getString("actor_kind"),
        Optional.ofNullable(row.getObject("actor", UUID.class)),
        row.getString("act"),
        row.getString("object"),
        Optional.ofNullable(row.getObject("channel", UUID.class)),
        seals.open(Purpose.TRAIL, row.getString("address")),
        row.getString("outcome"),
        Optional.ofNullable(row.getString("reason")));
  }
}
