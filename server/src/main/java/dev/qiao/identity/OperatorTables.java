package dev.qiao.identity;

import dev.qiao.vault.BlindIndex;
import dev.qiao.vault.Life;
import dev.qiao.vault.SubjectKey;
import dev.qiao.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Operators. Names and logins are sealed; a login is found by its blind index. */
@Component
class OperatorTables {
  static final String LOGIN = "operator.login";
  static final String NAME = "operator.name";

  /** An operator's row, which opens with the operator's key. */
  private record Row(OperatorId id, OperatorRole role, byte[] name, byte[] login) {
    OperatorMember open(SubjectKey key) {
      return new OperatorMember(id, key.open(NAME, name), role, key.open(LOGIN, login));
    }
  }

  private final JdbcClient db;
  private final Vault vault;
  private final BlindIndex index;

  OperatorTables(JdbcClient db, Vault vault, BlindIndex index) {
    this.db = db;
    this.vault = vault;
    this.index = index;
  }

  /** False when the login is taken. Belongs into a transaction. */
  boolean insert(OperatorMember member, Instant now) {
    SubjectKey key = vault.fresh(member.id().value(), Life.ERASABLE);
    boolean inserted =
        db.sql(
                    """
                    insert into identity.operator
                      (id, login_sealed, login_index, name_sealed, role, created_at)
                    values (:id, :login, :index, :name, :role, :now)
                    on conflict (login_index) do nothing
                    """)
                .param("id", member.id().value())
                .param("login", key.seal(LOGIN, member.login()))
                .param("index", index.of(LOGIN, member.login()))
                .param("name", key.seal(NAME, member.name()))
                .param("role", member.role().text())
                .param("now", Timestamp.from(now))
                .update()
            == 1;
    if (inserted) {
      vault.keep(key);
    }
    return inserted;
  }

  Optional<OperatorMember> find(OperatorId id) {
    return db.sql(
            "select id, login_sealed, name_sealed, role from identity.operator where id = :id")
        .param("id", id.value())
        .query(OperatorTables::row)
        .optional()
        .map(this::open);
  }

  Optional<OperatorMember> byLogin(String login) {
    return db.sql(
            """
            select id, login_sealed, name_sealed, role
            from identity.operator
            where login_index = :login
            """)
        .param("login", index.of(LOGIN, login))
        .query(OperatorTables::row)
        .optional()
        .map(this::open);
  }

  /** Who signs in by this: one statement that opens nothing. */
  Optional<UUID> idOf(String login) {
    return db.sql("select id from identity.operator where login_index = :login")
        .param("login", index.of(LOGIN, login))
        .query(UUID.class)
        .optional();
  }

  boolean isEmpty() {
    return db.sql("select not exists (select from identity.operator)")
        .query(Boolean.class)
        .single();
  }

  private OperatorMember open(Row row) {
    return row.open(vault.key(Life.ERASABLE, row.id().value()).orElseThrow());
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        new OperatorId(row.getObject("id", UUID.class)),
        OperatorRole.of(row.getString("role")),
        row.getBytes("name_sealed"),
        row.getBytes("login_sealed"));
  }
}
