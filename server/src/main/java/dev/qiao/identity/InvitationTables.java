package dev.qiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations: the hashes of their tokens only. */
@Component
class InvitationTables {
  /** Exactly one of the three is there; the role is the first administrator's. */
  record Row(
      Optional<StaffId> staff,
      Optional<OperatorId> operator,
      Optional<OperatorRole> operatorRole) {}

  private final JdbcClient db;

  InvitationTables(JdbcClient db) {
    this.db = db;
  }

  void insert(Token token, Row invitation, Instant expiresAt) {
    db.sql(
            """
            insert into identity.invitation (token_hash, staff, operator, operator_role, expires_at)
            values (:hash, :staff, :operator, :role, :expiresAt)
            """)
        .param("hash", token.hash())
        .param("staff", invitation.staff().map(StaffId::value).orElse(null), java.sql.Types.OTHER)
        .param(
            "operator",
            invitation.operator().map(OperatorId::value).orElse(null),
            java.sql.Types.OTHER)
        .param(
            "role",
            invitation.operatorRole().map(OperatorRole::text).orElse(null),
            java.sql.Types.VARCHAR)
        .param("expiresAt", Timestamp.from(expiresAt))
        .update();
  }

  Optional<Row> find(Token token, Instant now) {
    return db.sql(
            """
            select staff, operator, operator_role
            from identity.invitation
            where token_hash = :hash and used_at is null and expires_at > :now
            """)
        .param("hash", token.hash())
        .param("now", Timestamp.from(now))
        .query(InvitationTables::row)
        .optional();
  }

  /** False when it was used before, or has ended. */
  boolean use(Token token, Instant now) {
    return db.sql(
                """
                update identity.invitation
                set used_at = :now
                where token_hash = :hash and used_at is null and expires_at > :now
                """)
            .param("hash", token.hash())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Withdraws what was sent to this member before. */
  void withdraw(StaffId staff) {
    db.sql("delete from identity.invitation where staff = :staff and used_at is null")
        .param("staff", staff.value())
        .update();
  }

  /** Withdraws what was sent to this operator before. */
  void withdraw(OperatorId operator) {
    db.sql("delete from identity.invitation where operator = :operator and used_at is null")
        .param("operator", operator.value())
        .update();
  }

  /** Withdraws what was made for the first administrator before. */
  void withdrawOperators() {
    db.sql("delete from identity.invitation where operator_role is not null and used_at is null")
        .update();
  }

  int purge(Instant before) {
    return db.sql("delete from identity.invitation where expires_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        Optional.ofNullable(row.getObject("staff", UUID.class)).map(StaffId::new),
        Optional.ofNullable(row.getObject("operator", UUID.class)).map(OperatorId::new),
        Optional.ofNullable(row.getString("operator_role")).map(OperatorRole::of));
  }
}
