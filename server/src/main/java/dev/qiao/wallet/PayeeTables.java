package dev.qiao.wallet;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Look-ups of people, and the codes by which people receive. */
@Component
class PayeeTables {
  private final JdbcClient db;

  PayeeTables(JdbcClient db) {
    this.db = db;
  }

  /**
   * Notes that somebody looked for somebody, found or not.
   *
   * @param asked whether it was asked for by number: those are capped
   */
  void insert(
      PayeeId id, UUID owner, Optional<UUID> person, boolean asked, Instant at, Instant expiresAt) {
    db.sql(
            """
            insert into wallet.lookup (id, owner, person, asked, at, expires_at)
            values (:id, :owner, :person, :asked, :at, :expires_at)
            """)
        .param("id", id.value())
        .param("owner", owner)
        .param("person", person.orElse(null))
        .param("asked", asked)
        .param("at", Timestamp.from(at))
        .param("expires_at", Timestamp.from(expiresAt))
        .update();
  }

  /**
   * Makes look-ups of one person wait for each other until the transaction ends, so that parallel
   * ones are all counted.
   */
  void lock(UUID owner) {
    db.sql("select pg_advisory_xact_lock(hashtextextended(:owner, 7))")
        .param("owner", owner.toString())
        .query()
        .singleRow();
  }

  int countSince(UUID owner, Instant since) {
    return db.sql(
            "select count(*) from wallet.lookup where owner = :owner and asked and at > :since")
        .param("owner", owner)
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /** Whom a look-up found; a person's own, and only while it is fresh. */
  Optional<UUID> person(PayeeId id, UUID owner, Instant now) {
    return db.sql(
            """
            select person
            from wallet.lookup
            where id = :id and owner = :owner and expires_at > :now and person is not null
            """)
        .param("id", id.value())
        .param("owner", owner)
        .param("now", Timestamp.from(now))
        .query(UUID.class)
        .optional();
  }

  int forget(Instant before) {
    return db.sql("delete from wallet.lookup where at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  /** The token of a person's receive code, made when first asked for. */
  String code(UUID person, String fresh) {
    db.sql(
            "insert into wallet.code (person, token) values (:person, :token) on conflict (person) do nothing")
        .param("person", person)
        .param("token", fresh)
        .update();
    return db.sql("select token from wallet.code where person = :person")
        .param("person", person)
        .query(String.class)
        .single();
  }

  /** Forgets whom somebody looked up, who looked them up, and their receive code. */
  void forget(UUID person) {
    db.sql("delete from wallet.lookup where owner = :person or person = :person")
        .param("person", person)
        .update();
    db.sql("delete from wallet.code where person = :person").param("person", person).update();
  }

  Optional<UUID> byCode(String token) {
    return db.sql("select person from wallet.code where token = :token")
        .param("token", token)
        .query(UUID.class)
        .optional();
  }
}
