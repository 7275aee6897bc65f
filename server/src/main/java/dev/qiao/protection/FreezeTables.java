package dev.qiao.protection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Frozen wallets. */
@Component
class FreezeTables {
  /** Who, or what, froze a wallet. */
  enum By {
    PERSON,
    LINK,
    NOT_ME,
    OPERATOR;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A frozen wallet.
   *
   * @param thawAt when it ends, if somebody has asked for that
   */
  record Freeze(UUID person, By by, Instant frozenAt, Optional<Instant> thawAt) {}

  private final JdbcClient db;

  FreezeTables(JdbcClient db) {
    this.db = db;
  }

  /** Has everything that freezes, thaws or lets go of one person's money come one by one. */
  void lock(UUID person) {
    db.sql("select pg_advisory_xact_lock(hashtextextended(:person, 11))")
        .param("person", person.toString())
        .query()
        .singleRow();
  }

  Optional<Freeze> find(UUID person) {
    return db.sql(
            """
            select person, by_whom, frozen_at, thaw_at
            from protection.freeze
            where person = :person
            """)
        .param("person", person)
        .query(FreezeTables::freeze)
        .optional();
  }

  boolean isFrozen(UUID person) {
    return db.sql("select exists (select from protection.freeze where person = :person)")
        .param("person", person)
        .query(Boolean.class)
        .single();
  }

  /**
   * Freezes, or keeps frozen: an end that was asked for is called off. What an operator froze stays
   * an operator's, and what they freeze becomes theirs.
   */
  void freeze(UUID person, By by, Instant now) {
    db.sql(
            """
            insert into protection.freeze as f (person, by_whom, frozen_at)
            values (:person, :by, :now)
            on conflict (person) do update set
              by_whom = case when f.by_whom = 'operator' then f.by_whom else excluded.by_whom end,
              thaw_at = null
            """)
        .param("person", person)
        .param("by", by.text())
        .param("now", Timestamp.from(now))
        .update();
  }

  void thawAt(UUID person, Instant at) {
    db.sql("update protection.freeze set thaw_at = :at where person = :person")
        .param("person", person)
        .param("at", Timestamp.from(at))
        .update();
  }

  void delete(UUID person) {
    db.sql("delete from protection.freeze where person = :person").param("person", person).update();
  }

  /** Those whose end has come. */
  List<UUID> due(Instant now) {
    return db.sql(
            """
            select person
            from protection.freeze
            where thaw_at <= :now
            order by thaw_at
            limit 100
            """)
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .list();
  }

  private static Freeze freeze(ResultSet row, int n) throws SQLException {
    return new Freeze(
        row.getObject("person", UUID.class),
        By.valueOf(row.getString("by_whom").toUpperCase(Locale.ROOT)),
        row.getTimestamp("frozen_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("thaw_at")).map(Timestamp::toInstant));
  }
}
