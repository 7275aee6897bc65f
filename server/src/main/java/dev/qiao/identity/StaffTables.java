package dev.qiao.identity;

import dev.qiao.vault.BlindIndex;
import dev.qiao.vault.Life;
import dev.qiao.vault.SubjectKey;
import dev.qiao.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
  private record Row(StaffId id, UUID merchant, StaffRole role, byte[] name, byte[] login) {
    StaffMember open(SubjectKey key) {
      return new StaffMember(id, merchant, key.open(NAME, name), role, key.open(LOGIN, login));
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
  boolean insert(StaffMember member, String state, Instant now) {
    SubjectKey key = vault.fresh(member.id().value(), Life.ERASABLE);
    boolean inserted =
        db.sql(
                    """
                    insert into identity.staff
                      (id, merchant, login_sealed, login_index, name_sealed, role, state, created_at)
                    values (:id, :merchant, :login, :index, :name, :role, :state, :now)
                    on conflict (login_index) do nothing
                    """)
                .param("id", member.id().value())
                .param("merchant", member.merchant())
                .param("login", key.seal(LOGIN, member.login()))
                .param("index", index.of(LOGIN, member.login()))
                .param("name", key.seal(NAME, member.name()))
                .param("role", member.role().text())
                .param("state", state)
                .param("now", Timestamp.from(now))
                .update()
            == 1;
    if (inserted) {
      vault.keep(key);
    }
    return inserted;
  }

  /**
   * Gives an invitation that nobody accepted yet another name and role; empty when the login is not
   * invited there.
   */
  Optional<StaffMember> inviteAgain(UUID merchant, String login, String name, StaffRole role) {
    Optional<StaffMember> invited =
        first(
            db.sql(
                    """
                    update identity.staff
                    set role = :role
                    where merchant = :merchant and login_index = :login and state = 'invited'
                    returning id, merchant, name_sealed, role, login_sealed
                    """)
                .param("merchant", merchant)
                .param("login", index.of(LOGIN, login))
                .param("role", role.text())
                .query(StaffTables::row)
                .list());
    invited.ifPresent(member -> rename(member.id(), name));
    return invited.map(
        member ->
            new StaffMember(member.id(), member.merchant(), name, member.role(), member.login()));
  }

  private void rename(StaffId id, String name) {
    SubjectKey key = vault.key(Life.ERASABLE, id.value()).orElseThrow();
    db.sql("update identity.staff set name_sealed = :name where id = :id")
        .param("id", id.value())
        .param("name", key.seal(NAME, name))
        .update();
  }

  Optional<StaffMember> find(StaffId id) {
    return first(
        db.sql(
                """
                select id, merchant, name_sealed, role, login_sealed
                from identity.staff
                where id = :id
                """)
            .param("id", id.value())
            .query(StaffTables::row)
            .list());
  }

  Optional<StaffMember> activeByLogin(String login) {
    return first(
        db.sql(
                """
                select id, merchant, name_sealed, role, login_sealed
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
                select id, merchant, name_sealed, role, login_sealed
                from identity.staff
                where merchant = :merchant and state <> 'closed'
                order by created_at, id
                """)
            .param("merchant", merchant)
            .query(StaffTables::row)
            .list());
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
        row.getBytes("login_sealed"));
  }
}
