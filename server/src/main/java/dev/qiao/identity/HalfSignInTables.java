package dev.qiao.identity;

import dev.qiao.api.App;
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

/** Sign-ins that wait for a second factor. */
@Component
class HalfSignInTables {
  /**
   * @param subject by what tries are counted; empty where the party says so
   */
  record Row(UUID party, Factor factor, int tries, Optional<byte[]> subject) {}

  private final JdbcClient db;

  HalfSignInTables(JdbcClient db) {
    this.db = db;
  }

  void insert(
      Token token,
      App app,
      UUID party,
      Factor factor,
      byte @Nullable [] subject,
      Instant expiresAt) {
    db.sql(
            """
            insert into identity.half_sign_in (token_hash, app, party, factor, subject, expires_at)
            values (:hash, :app, :party, :factor, :subject, :expiresAt)
            """)
        .param("hash", token.hash())
        .param("app", app.text())
        .param("party", party)
        .param("factor", factor.text())
        .param("subject", subject)
        .param("expiresAt", Timestamp.from(expiresAt))
        .update();
  }

  /** Counts a try before anything is looked at; empty when there are none left. */
  Optional<Row> countTry(Token token, App app, int triesMax, Instant now) {
    return db.sql(
            """
            update identity.half_sign_in
            set tries = tries + 1
            where token_hash = :hash and app = :app and used_at is null
              and expires_at > :now and tries < :triesMax
            returning party, factor, tries, subject
            """)
        .param("hash", token.hash())
        .param("app", app.text())
        .param("triesMax", triesMax)
        .param("now", Timestamp.from(now))
        .query(HalfSignInTables::row)
        .optional();
  }

  /** False when it was used before. */
  boolean use(Token token, Instant now) {
    return db.sql(
                """
                update identity.half_sign_in
                set used_at = :now
                where token_hash = :hash and used_at is null
                """)
            .param("hash", token.hash())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Ends those of a party that began with any of these. */
  void end(UUID party, List<Factor> factors, Instant now) {
    db.sql(
            """
            update identity.half_sign_in
            set used_at = :now
            where party = :party and used_at is null and factor = any(:factors::text[])
            """)
        .param("party", party)
        .param("factors", factors.stream().map(Factor::text).toArray(String[]::new))
        .param("now", Timestamp.from(now))
        .update();
  }

  int purge(Instant before) {
    return db.sql("delete from identity.half_sign_in where expires_at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getObject("party", UUID.class),
        Factor.find(row.getString("factor")).orElseThrow(),
        row.getInt("tries"),
        Optional.ofNullable(row.getBytes("subject")));
  }
}
