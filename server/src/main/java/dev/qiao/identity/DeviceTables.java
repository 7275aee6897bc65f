package dev.qiao.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The browsers that parties have signed in from: hashes of their tokens only. */
@Component
class DeviceTables {
  private final JdbcClient db;

  DeviceTables(JdbcClient db) {
    this.db = db;
  }

  boolean knows(UUID party, Token device) {
    return db.sql(
            """
            select exists (
              select from identity.known_device where token_hash = :hash and party = :party)
            """)
        .param("hash", device.hash())
        .param("party", party)
        .query(Boolean.class)
        .single();
  }

  int count(UUID party) {
    return db.sql("select count(*) from identity.known_device where party = :party")
        .param("party", party)
        .query(Integer.class)
        .single();
  }

  boolean knowsAny(UUID party) {
    return db.sql("select exists (select from identity.known_device where party = :party)")
        .param("party", party)
        .query(Boolean.class)
        .single();
  }

  void remember(UUID party, Token device, Instant now) {
    db.sql(
            """
            insert into identity.known_device (token_hash, party, known_at)
            values (:hash, :party, :now)
            on conflict do nothing
            """)
        .param("hash", device.hash())
        .param("party", party)
        .param("now", Timestamp.from(now))
        .update();
  }
}
