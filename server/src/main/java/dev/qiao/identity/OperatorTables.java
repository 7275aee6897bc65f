package dev.qiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Operators. */
@Component
class OperatorTables {
  private final JdbcClient db;

  OperatorTables(JdbcClient db) {
    this.db = db;
  }

  /** False when the login is taken. */
  boolean insert(OperatorMember member, Instant now) {
    return db.sql(
                """
                insert into identity.operator (id, login, name, role, created_at)
                values (:id, :login, :name, :role, :now)
                on conflict (login) do nothing
                """)
            .param("id", member.id().value())
            .param("login", member.login())
            .param("name", member.name())
            .param("role", member.role().text())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  Optional<OperatorMember> find(OperatorId id) {
    return db.sql("select id, login, name, role from identity.operator where id = :id")
        .param("id", id.value())
        .query(OperatorTables::member)
        .optional();
  }

  Optional<OperatorMember> byLogin(String login) {
    return db.sql("select id, login, name, role from identity.operator where login = :login")
        .param("login", login)
        .query(OperatorTables::member)
        .optional();
  }

  boolean isEmpty() {
    return db.sql("select not exists (select from identity.operator)")
        .query(Boolean.class)
        .single();
  }

  private static OperatorMember member(ResultSet row, int n) throws SQLException {
    return new OperatorMember(
        new OperatorId(row.getObject("id", UUID.class)),
        row.getString("name"),
        OperatorRole.of(row.getString("role")),
        row.getString("login"));
  }
}
