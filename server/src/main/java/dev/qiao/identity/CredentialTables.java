package dev.qiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passwords and payment PINs: their hashes only. */
@Component
class CredentialTables {
  /**
   * A PIN, and how often it was tried since it was last right.
   *
   * @param blocked whether an operator has locked it
   */
  record PinRow(
      String hash, boolean peppered, int tries, @Nullable Instant lockedUntil, boolean blocked) {
    @Override
    public String toString() {
      return "PinRow[tries=" + tries + "]";
    }
  }

  private final JdbcClient db;

  CredentialTables(JdbcClient db) {
    this.db = db;
  }

  Optional<String> password(UUID party) {
    return db.sql("select hash from identity.password where party = :party")
        .param("party", party)
        .query(String.class)
        .optional();
  }

  /** The one that opens; empty when there is none, or it is locked. */
  Optional<String> openPassword(UUID party) {
    return db.sql("select hash from identity.password where party = :party and locked_at is null")
        .param("party", party)
        .query(String.class)
        .optional();
  }

  Optional<Instant> passwordChangedAt(UUID party) {
    return db.sql("select changed_at from identity.password where party = :party")
        .param("party", party)
        .query((row, n) -> row.getTimestamp("changed_at").toInstant())
        .optional();
  }

  Optional<Instant> pinChangedAt(PersonId person) {
    return db.sql("select changed_at from identity.pin where person = :person")
        .param("person", person.value())
        .query((row, n) -> row.getTimestamp("changed_at").toInstant())
        .optional();
  }

  boolean passwordNeedsMore(UUID party) {
    return db.sql(
            "select exists (select from identity.password where party = :party and not stands_alone)")
        .param("party", party)
        .query(Boolean.class)
        .single();
  }

  /**
   * False where an operator has locked it.
   *
   * @param unlock whether what was shown instead of it takes such a lock away
   */
  boolean setPassword(UUID party, String hash, boolean standsAlone, boolean unlock, Instant now) {
    return db.sql(
                """
                insert into identity.password (party, hash, stands_alone, changed_at)
                values (:party, :hash, :standsAlone, :now)
                on conflict (party) do update
                set hash = excluded.hash, stands_alone = excluded.stands_alone, changed_at = excluded.changed_at,
                    locked_at = null
                where :unlock or password.locked_at is null
                """)
            .param("party", party)
            .param("hash", hash)
            .param("standsAlone", standsAlone)
            .param("unlock", unlock)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  Optional<PinRow> pin(PersonId person) {
    return db.sql(
            """
            select hash, peppered, tries, locked_until, locked_at
            from identity.pin
            where person = :person
            """)
        .param("person", person.value())
        .query(CredentialTables::pinRow)
        .optional();
  }

  /**
   * Counts a try of an unlocked PIN and locks it if the try is a fifth: in one statement, so that
   * parallel tries each count. Empty when it is locked, by wrong ones or by an operator, or there
   * is none.
   */
  Optional<PinRow> countTry(
      PersonId person, Instant now, int triesMax, long lockSeconds, long lockSecondsMax) {
    return db.sql(
            """
            update identity.pin
            set tries = case when tries < 1000 then tries + 1 else 1001 - :triesMax end,
                locked_until = case
                  when (tries + 1) % :triesMax = 0
                  then :now::timestamptz + least(:lockSecondsMax, :lockSeconds * power(2, least(tries / :triesMax, 20)))
                       * interval '1 second'
                end
            where person = :person and (locked_until is null or locked_until <= :now) and locked_at is null
            returning hash, peppered, tries, locked_until, locked_at
            """)
        .param("person", person.value())
        .param("now", Timestamp.from(now))
        .param("triesMax", triesMax)
        .param("lockSeconds", lockSeconds)
        .param("lockSecondsMax", lockSecondsMax)
        .query(CredentialTables::pinRow)
        .optional();
  }

  void forgetTries(PersonId person) {
    db.sql("update identity.pin set tries = 0, locked_until = null where person = :person")
        .param("person", person.value())
        .update();
  }

  /** Sets the first PIN; false when there is one already. */
  boolean insertPin(PersonId person, String hash, Instant now) {
    return db.sql(
                """
                insert into identity.pin (person, hash, peppered, changed_at)
                values (:person, :hash, true, :now)
                on conflict (person) do nothing
                """)
            .param("person", person.value())
            .param("hash", hash)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Keeps the same PIN in another form, unless it was changed meanwhile. */
  void pepper(PersonId person, String before, String hash) {
    db.sql(
            """
            update identity.pin
            set hash = :hash, peppered = true
            where person = :person and hash = :before
            """)
        .param("person", person.value())
        .param("before", before)
        .param("hash", hash)
        .update();
  }

  /**
   * False where an operator has locked it.
   *
   * @param unlock whether what was shown instead of it takes such a lock away
   */
  boolean changePin(PersonId person, String hash, boolean unlock, Instant now) {
    return db.sql(
                """
                update identity.pin
                set hash = :hash, peppered = true, tries = 0, locked_until = null, locked_at = null, changed_at = :now
                where person = :person and (:unlock or locked_at is null)
                """)
            .param("person", person.value())
            .param("hash", hash)
            .param("unlock", unlock)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Takes away all by which somebody could show that they are this party. */
  void forget(UUID party) {
    db.sql("delete from identity.password where party = :party").param("party", party).update();
    db.sql("delete from identity.pin where person = :party").param("party", party).update();
  }

  private static PinRow pinRow(ResultSet row, int n) throws SQLException {
    Timestamp lockedUntil = row.getTimestamp("locked_until");
    return new PinRow(
        row.getString("hash"),
        row.getBoolean("peppered"),
        row.getInt("tries"),
        lockedUntil == null ? null : lockedUntil.toInstant(),
        row.getTimestamp("locked_at") != null);
  }
}
