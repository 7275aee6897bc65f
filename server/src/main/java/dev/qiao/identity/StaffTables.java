package dev.qiao.identity;

import dev.qiao.vault.BlindIndex;
import dev.qiao.vault.Life;
import dev.qiao.vault.SubjectKey;
import dev.qiao.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Merchants' staff. Names and logins are sealed; a login is found by its blind index. */
@Component
class StaffTables {
  static final String LOGIN = "staff.login";
  static final String NAME = "staff.name";

  /** A member's row, which opens with the member's key. */
  private record Row(
      StaffId id,
      UUID merchant,
      StaffRole role,
      byte[] name,
      byte[] login,
      StaffBounds bounds,
      boolean invited) {
    StaffMember open(SubjectKey key) {
      return new StaffMember(
          id, merchant, key.open(NAME, name), role, key.open(LOGIN, login), bounds, invited);
    }
  }

  private final JdbcClient db;
  private final Vault vault;
  private final BlindIndex index;

  StaffTables(JdbcClient db, Vault vault, BlindIndex index) {
    this.db = db;
    this.vault = vault;
    this.index = index;
  }

  /** False when the login is taken. Belongs into a transaction. */
  boolean insert(StaffMember member, Instant now) {
    SubjectKey key = vault.fresh(member.id().value(), Life.ERASABLE);
    boolean inserted =
        db.sql(
                    """
                    insert into identity.staff
                      (id, merchant, login_sealed, login_index, name_sealed, role, store,
                       refund_limit, state, created_at)
                    values (:id, :merchant, :login, :index, :name, :role, :store,
                            :refundLimit, :state, :now)
                    on conflict (login_index) do nothing
                    """)
                .param("id", member.id().value())
                .param("merchant", member.merchant())
                .param("login", key.seal(LOGIN, member.login()))
                .param("index", index.of(LOGIN, member.login()))
                .param("name", key.seal(NAME, member.name()))
                .param("role", member.role().text())
                .param("store", member.bounds().store().orElse(null), Types.OTHER)
                .param("refundLimit", member.bounds().refundLimit().orElse(null), Types.BIGINT)
                .param("state", member.invited() ? "invited" : "active")
                .param("now", Timestamp.from(now))
                .update()
            == 1;
    if (inserted) {
      vault.keep(key);
    }
    return inserted;
  }

  /**
   * Gives an invitation that nobody accepted yet another name, role and bounds; empty when the
   * login is not invited there.
   */
  Optional<StaffMember> inviteAgain(StaffMember wanted) {
    Optional<StaffMember> invited =
        first(
            db.sql(
                    """
                    update identity.staff
                    set role = :role, store = :store, refund_limit = :refundLimit
                    where merchant = :merchant and login_index = :login and state = 'invited'
                    returning id, merchant, name_sealed, role, login_sealed, store, refund_limit, state
                    """)
                .param("merchant", wanted.merchant())
                .param("login", index.of(LOGIN, wanted.login()))
                .param("role", wanted.role().text())
                .param("store", wanted.bounds().store().orElse(null), Types.OTHER)
                .param("refundLimit", wanted.bounds().refundLimit().orElse(null), Types.BIGINT)
                .query(StaffTables::row)
                .list());
    invited.ifPresent(member -> rename(member.id(), wanted.name()));
    return invited.flatMap(member -> find(member.id()));
  }

  private void rename(StaffId id, String name) {
    SubjectKey key = vault.key(Life.ERASABLE, id.value()).orElseThrow();
    db.sql("update identity.staff set name_sealed = :name where id = :id")
        .param("id", id.value())
        .param("name", key.seal(NAME, name))
        .update();
  }

  /** Also those who have left: lists of payments name them. */
  Optional<StaffMember> find(StaffId id) {
    return first(
        db.sql(
                """
                select id, merchant, name_sealed, role, login_sealed, store, refund_limit, state
                from identity.staff
                where id = :id
                """)
            .param("id", id.value())
            .query(StaffTables::row)
            .list());
  }

  /** One who has not left, locked until the transaction ends. */
  Optional<StaffMember> lock(StaffId id) {
    return first(
        db.sql(
                """
                select id, merchant, name_sealed, role, login_sealed, store, refund_limit, state
                from identity.staff
                where id = :id and state <> 'closed'
                for update
                """)
            .param("id", id.value())
            .query(StaffTables::row)
            .list());
  }

  Optional<StaffMember> activeByLogin(String login) {
    return first(
        db.sql(
                """
                select id, merchant, name_sealed, role, login_sealed, store, refund_limit, state
                from identity.staff
                where login_index = :login and state = 'active'
                """)
            .param("login", index.of(LOGIN, login))
            .query(StaffTables::row)
            .list());
  }

  /** Who signs in by this: one statement that opens nothing. */
  Optional<UUID> activeId(String login) {
    return db.sql("select id from identity.staff where login_index = :login and state = 'active'")
        .param("login", index.of(LOGIN, login))
        .query(UUID.class)
        .optional();
  }

  boolean isActive(StaffId id) {
    return db.sql("select exists (select from identity.staff where id = :id and state = 'active')")
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  List<StaffMember> of(UUID merchant) {
    return open(
        db.sql(
                """
                select id, merchant, name_sealed, role, login_sealed, store, refund_limit, state
                from identity.staff
                where merchant = :merchant and state <> 'closed'
                order by created_at, id
                """)
            .param("merchant", merchant)
            .query(StaffTables::row)
            .list());
  }

  /** All who ever worked there, those who have left included. */
  List<StaffMember> ever(UUID merchant) {
    return open(
        db.sql(
                """
                select id, merchant, name_sealed, role, login_sealed, store, refund_limit, state
                from identity.staff
                where merchant = :merchant
                order by created_at, id
                """)
            .param("merchant", merchant)
            .query(StaffTables::row)
            .list());
  }

  /** A merchant's owners who can sign in, locked in one order, so that the last is the last. */
  List<StaffId> lockOwners(UUID merchant) {
    return db.sql(
            """
            select id
            from identity.staff
            where merchant = :merchant and role = 'owner' and state = 'active'
            order by id
            for update
            """)
        .param("merchant", merchant)
        .query((row, n) -> new StaffId(row.getObject("id", UUID.class)))
        .list();
  }

  void change(StaffId id, StaffRole role, StaffBounds bounds) {
    db.sql(
            """
            update identity.staff
            set role = :role, store = :store, refund_limit = :refundLimit
            where id = :id
            """)
        .param("id", id.value())
        .param("role", role.text())
        .param("store", bounds.store().orElse(null), Types.OTHER)
        .param("refundLimit", bounds.refundLimit().orElse(null), Types.BIGINT)
        .update();
  }

  void close(StaffId id) {
    db.sql("update identity.staff set state = 'closed' where id = :id")
        .param("id", id.value())
        .update();
  }

  /** Makes a member wait for a link again. */
  void reset(StaffId id) {
    db.sql("update identity.staff set state = 'invited' where id = :id and state <> 'closed'")
        .param("id", id.value())
        .update();
  }

  /** False when the member was not invited, or has accepted before. */
  boolean activate(StaffId id) {
    return db.sql("update identity.staff set state = 'active' where id = :id and state = 'invited'")
            .param("id", id.value())
            .update()
        == 1;
  }

  private Optional<StaffMember> first(List<Row> rows) {
    return open(rows).stream().findFirst();
  }

  private List<StaffMember> open(List<Row> rows) {
    Map<UUID, SubjectKey> keys =
        vault.keys(Life.ERASABLE, rows.stream().map(row -> row.id().value()).toList());
    return rows.stream().map(row -> row.open(keys.get(row.id().value()))).toList();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        new StaffId(row.getObject("id", UUID.class)),
        row.getObject("merchant", UUID.class),
        StaffRole.find(row.getString("role")).orElseThrow(),
        row.getBytes("name_sealed"),
        row.getBytes("login_sealed"),
        new StaffBounds(
            Optional.ofNullable(row.getObject("store", UUID.class)),
            Optional.ofNullable(row.getObject("refund_limit", Long.class))),
        row.getString("state").equals("invited"));
  }
}
