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

/** Operators. Names and logins are sealed; a login is found by its blind index. */
@Component
class OperatorTables {
  static final String LOGIN = "operator.login";
  static final String NAME = "operator.name";

  /** An operator's row, which opens with the operator's key. */
  private record Row(
      OperatorId id, OperatorRole role, OperatorMember.State state, byte[] name, byte[] login) {
    OperatorMember open(SubjectKey key) {
      return new OperatorMember(id, key.open(NAME, name), role, key.open(LOGIN, login), state);
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
                      (id, login_sealed, login_index, name_sealed, role, state, was_administrator,
                       created_at)
                    values (:id, :login, :index, :name, :role, :state, :administrator, :now)
                    on conflict (login_index) do nothing
                    """)
                .param("id", member.id().value())
                .param("login", key.seal(LOGIN, member.login()))
                .param("index", index.of(LOGIN, member.login()))
                .param("name", key.seal(NAME, member.name()))
                .param("role", member.role().text())
                .param("state", member.state().text())
                .param("administrator", member.role() == OperatorRole.ADMINISTRATOR)
                .param("now", Timestamp.from(now))
                .update()
            == 1;
    if (inserted) {
      vault.keep(key);
    }
    return inserted;
  }

  /** Also those who have left: the trail names them. */
  Optional<OperatorMember> find(OperatorId id) {
    return first(
        db.sql(
                """
                select id, login_sealed, name_sealed, role, state
                from identity.operator
                where id = :id
                """)
            .param("id", id.value())
            .query(OperatorTables::row)
            .list());
  }

  Optional<OperatorMember> activeByLogin(String login) {
    return first(
        db.sql(
                """
                select id, login_sealed, name_sealed, role, state
                from identity.operator
                where login_index = :login and state = 'active'
                """)
            .param("login", index.of(LOGIN, login))
            .query(OperatorTables::row)
            .list());
  }

  /** Who was invited with this login and has not come yet. */
  Optional<OperatorMember> invitedByLogin(String login) {
    return first(
        db.sql(
                """
                select id, login_sealed, name_sealed, role, state
                from identity.operator
                where login_index = :login and state = 'invited'
                """)
            .param("login", index.of(LOGIN, login))
            .query(OperatorTables::row)
            .list());
  }

  /** All who have not left, in the order they came. */
  List<OperatorMember> list() {
    return open(
        db.sql(
                """
                select id, login_sealed, name_sealed, role, state
                from identity.operator
                where state <> 'closed'
                order by created_at, id
                """)
            .query(OperatorTables::row)
            .list());
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

  /** Makes an operator wait for a link again; false when they do so, or have left. */
  boolean reset(OperatorId id) {
    return db.sql(
                "update identity.operator set state = 'invited' where id = :id and state = 'active'")
            .param("id", id.value())
            .update()
        == 1;
  }

  /** False when they were not invited, or have accepted before. */
  boolean activate(OperatorId id) {
    return db.sql(
                "update identity.operator set state = 'active' where id = :id and state = 'invited'")
            .param("id", id.value())
            .update()
        == 1;
  }

  /** False when they do not have the first role any more, or have left. */
  boolean changeRole(OperatorId id, OperatorRole from, OperatorRole to) {
    return db.sql(
                """
                update identity.operator
                set role = :to, was_administrator = was_administrator or :administrator
                where id = :id and role = :from and state <> 'closed'
                """)
            .param("id", id.value())
            .param("from", from.text())
            .param("to", to.text())
            .param("administrator", to == OperatorRole.ADMINISTRATOR)
            .update()
        == 1;
  }

  /** False when they have left before. */
  boolean close(OperatorId id) {
    return db.sql(
                "update identity.operator set state = 'closed' where id = :id and state <> 'closed'")
            .param("id", id.value())
            .update()
        == 1;
  }

  /**
   * Those who administer now, locked, so that the last is the last.
   *
   * @param besides locked as well, so that they do not become one meanwhile
   */
  List<OperatorId> lockAdministrators(OperatorId besides) {
    return db
        .sql(
            """
            select id, role = 'administrator' and state = 'active' as administers
            from identity.operator
            where id = :besides or role = 'administrator' and state = 'active'
            order by id
            for update
            """)
        .param("besides", besides.value())
        .query(
            (row, n) ->
                row.getBoolean("administers")
                    ? Optional.of(new OperatorId(row.getObject("id", UUID.class)))
                    : Optional.<OperatorId>empty())
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether nobody but this operator ever was an administrator. */
  boolean isOnlyAdministratorEver(OperatorId id) {
    return db.sql(
            """
            select count(*) = 1 and bool_and(id = :id)
            from identity.operator
            where was_administrator
            """)
        .param("id", id.value())
        .query(Boolean.class)
        .single();
  }

  private Optional<OperatorMember> first(List<Row> rows) {
    return open(rows).stream().findFirst();
  }

  private List<OperatorMember> open(List<Row> rows) {
    Map<UUID, SubjectKey> keys =
        vault.keys(Life.ERASABLE, rows.stream().map(row -> row.id().value()).toList());
    return rows.stream().map(row -> row.open(keys.get(row.id().value()))).toList();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        new OperatorId(row.getObject("id", UUID.class)),
        OperatorRole.of(row.getString("role")),
        OperatorMember.State.of(row.getString("state")),
        row.getBytes("name_sealed"),
        row.getBytes("login_sealed"));
  }
}
