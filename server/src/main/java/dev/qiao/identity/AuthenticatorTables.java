package dev.qiao.identity;

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

/** Authenticators and recovery codes: sealed secrets and keyed hashes only. */
@Component
class AuthenticatorTables {
  record Row(
      byte[] sealed,
      long lastStep,
      Instant createdAt,
      @Nullable Instant confirmedAt,
      boolean locked) {
    /** Whether its codes show that it is the party. */
    boolean opens() {
      return confirmedAt != null && !locked;
    }
  }

  private final JdbcClient db;

  AuthenticatorTables(JdbcClient db) {
    this.db = db;
  }

  /** Keeps a secret that is not confirmed yet; false when there is a confirmed one. */
  boolean begin(UUID party, byte[] sealed, Instant now) {
    return db.sql(
                """
                insert into identity.authenticator as a (party, secret, created_at)
                values (:party, :secret, :now)
                on conflict (party) do update
                set secret = excluded.secret, created_at = excluded.created_at, last_step = 0
                where a.confirmed_at is null
                """)
            .param("party", party)
            .param("secret", sealed)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  Optional<Row> find(UUID party) {
    return db.sql(
            """
            select secret, last_step, created_at, confirmed_at, locked_at
            from identity.authenticator
            where party = :party
            """)
        .param("party", party)
        .query(AuthenticatorTables::row)
        .optional();
  }

  /** The one that is not confirmed yet, held until the transaction at hand ends. */
  Optional<Row> holdBegun(UUID party) {
    return db.sql(
            """
            select secret, last_step, created_at, confirmed_at, locked_at
            from identity.authenticator
            where party = :party and confirmed_at is null
            for update
            """)
        .param("party", party)
        .query(AuthenticatorTables::row)
        .optional();
  }

  /** Forgets the one that is not confirmed yet. */
  void dropBegun(UUID party) {
    db.sql("delete from identity.authenticator where party = :party and confirmed_at is null")
        .param("party", party)
        .update();
  }

  /**
   * Takes a step, so that its code is good once; false when it or a later one was taken before, or
   * the authenticator is locked.
   */
  boolean take(UUID party, long step) {
    return db.sql(
                """
                update identity.authenticator
                set last_step = :step
                where party = :party and last_step < :step and locked_at is null
                """)
            .param("party", party)
            .param("step", step)
            .update()
        == 1;
  }

  void confirm(UUID party, Instant now) {
    db.sql(
            """
            update identity.authenticator
            set confirmed_at = :now
            where party = :party and confirmed_at is null
            """)
        .param("party", party)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** False when there is none. */
  boolean delete(UUID party) {
    db.sql("delete from identity.recovery_code where party = :party")
        .param("party", party)
        .update();
    return db.sql("delete from identity.authenticator where party = :party")
            .param("party", party)
            .update()
        == 1;
  }

  void replaceRecoveryCodes(UUID party, List<byte[]> hashes) {
    db.sql("delete from identity.recovery_code where party = :party")
        .param("party", party)
        .update();
    for (byte[] hash : hashes) {
      db.sql("insert into identity.recovery_code (party, hash) values (:party, :hash)")
          .param("party", party)
          .param("hash", hash)
          .update();
    }
  }

  /** False when there is no such code, it was used before, or the authenticator is locked. */
  boolean useRecoveryCode(UUID party, byte[] hash, Instant now) {
    return db.sql(
                """
                update identity.recovery_code
                set used_at = :now
                where party = :party and hash = :hash and used_at is null
                  and not exists (
                    select from identity.authenticator where party = :party and locked_at is not null)
                """)
            .param("party", party)
            .param("hash", hash)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  int recoveryCodesLeft(UUID party) {
    return db.sql(
            "select count(*) from identity.recovery_code where party = :party and used_at is null")
        .param("party", party)
        .query(Integer.class)
        .single();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    Timestamp confirmedAt = row.getTimestamp("confirmed_at");
    return new Row(
        row.getBytes("secret"),
        row.getLong("last_step"),
        row.getTimestamp("created_at").toInstant(),
        confirmedAt == null ? null : confirmedAt.toInstant(),
        row.getTimestamp("locked_at") != null);
  }
}
