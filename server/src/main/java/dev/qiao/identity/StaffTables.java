package dev.qiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Merchants' staff. */
@Component
class StaffTables {
  private final JdbcClient db;

  StaffTables(JdbcClient db) {
    this.db = db;
  }

  /** False when the login is taken. */
  boolean insert(StaffMember member, String state, Instant now) {
    return db.sql(
                """
                insert into identity.staff (id, merchant, login, name, role, state, created_at)
                values (:id, :merchant, :login, :name, :role, :state, :now)
                on conflict (login) do nothing
                """)
            .param("id", member.id().value())
            .param("merchant", member.merchant())
            .param("login", member.login())
            .param("name", member.name())
            .param("role", member.role().text())
            .param("state", state)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /**
   * Gives an invitation that nobody accepted yet another name and role; empty when the login is not
   * invited there.
   */
  Optional<StaffMember> inviteAgain(UUID merchant, String login, String name, StaffRole role) {
    return db.sql(
            """
            update identity.staff
            set name = :name, role = :role
            where merchant = :merchant and login = :login and state = 'invited'
            returning id, merchant, name, role, login
            """)
        .param("merchant", merchant)
        .param("login", login)
        .param("name", name)
        .param("role", role.text())
        .query(StaffTables::member)
        .optional();
  }

  Optional<StaffMember> find(StaffId id) {
    return db.sql("select id, merchant, name, role, login from identity.staff where id = :id")
        .param("id", id.value())
        .query(StaffTables::member)
        .optional();
  }

  Optional<StaffMember> activeByLogin(String login) {
    return db.sql(
            """
            select id, merchant, name, role, login
            from identity.staff
            where login = :login and state = 'active'
            """)
        .param("login", login)
        .query(StaffTables::member)
        .optional();
  }

  boolean isActive(StaffId id) {
    return db.sql("select exists (select from identity.staff where id = :id and state = 'active')")
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  List<StaffMember> of(UUID merchant) {
    return db.sql(
            """
            select id, merchant, name, role, login
            from identity.staff
            where merchant = :merchant and state <> 'closed'
            order by created_at, id
            """)
        .param("merchant", merchant)
        .query(StaffTables::member)
        .list();
  }

  /** False when the member was not invited, or has accepted before. */
  boolean activate(StaffId id) {
    return db.sql("update identity.staff set state = 'active' where id = :id and state = 'invited'")
            .param("id", id.value())
            .update()
        == 1;
  }

  private static StaffMember member(ResultSet row, int n) throws SQLException {
    return new StaffMember(
        new StaffId(row.getObject("id", UUID.class)),
        row.getObject("merchant", UUID.class),
        row.getString("name"),
        StaffRole.find(row.getString("role")).orElseThrow(),
        row.getString("login"));
  }
}
