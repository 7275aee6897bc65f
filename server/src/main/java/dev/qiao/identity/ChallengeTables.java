package dev.qiao.identity;

import dev.qiao.api.App;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Challenges that passkeys are to sign. */
@Component
class ChallengeTables {
  private final JdbcClient db;

  ChallengeTables(JdbcClient db) {
    this.db = db;
  }

  void insert(Challenge challenge) {
    db.sql(
            """
            insert into identity.passkey_challenge (id, purpose, app, party, challenge, expires_at)
            values (:id, :purpose, :app, :party, :challenge, :expiresAt)
            """)
        .param("id", challenge.id().value())
        .param("purpose", challenge.purpose().text())
        .param("app", challenge.app().text())
        .param("party", challenge.party().orElse(null))
        .param("challenge", challenge.bytes())
        .param("expiresAt", Timestamp.from(challenge.expiresAt()))
        .update();
  }

  /**
   * Uses a challenge up; empty when it was used before, or is too old, or is for something else.
   */
  Optional<Challenge> use(ChallengeId id, Challenge.Purpose purpose, App app, Instant now) {
    return db.sql(
            """
            update identity.passkey_challenge
            set used_at = :now
            where id = :id and purpose = :purpose and app = :app
              and used_at is null and expires_at > :now
            returning id, purpose, app, party, challenge, expires_at
            """)
        .param("id", id.value())
        .param("purpose", purpose.text())
        .param("app", app.text())
        .param("now", Timestamp.from(now))
        .query(ChallengeTables::challenge)
        .optional();
  }

  /** Ends the challenges of passkeys that a party has begun to add. */
  void endEnrolments(UUID party, Instant now) {
    db.sql(
            """
            update identity.passkey_challenge
            set used_at = :now
            where party = :party and purpose = 'register' and used_at is null
            """)
        .param("party", party)
        .param("now", Timestamp.from(now))
        .update();
  }

  int purge(Instant before) {
    return db.sql("delete from identity.passkey_challenge where expires_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private static Challenge challenge(ResultSet row, int n) throws SQLException {
    return new Challenge(
        new ChallengeId(row.getObject("id", UUID.class)),
        Challenge.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
        App.find(row.getString("app")).orElseThrow(),
        Optional.ofNullable(row.getObject("party", UUID.class)),
        row.getBytes("challenge"),
        row.getTimestamp("expires_at").toInstant());
  }
}
