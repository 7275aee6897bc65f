package dev.qiao.identity;

import dev.qiao.vault.BlindIndex;
import dev.qiao.vault.Life;
import dev.qiao.vault.SubjectKey;
import dev.qiao.vault.Vault;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Emails of people, sealed under the key that they may have destroyed. */
@Component
class EmailTables {
  static final String EMAIL = "person.email";

  /** An email that its person has shown to be theirs. */
  record Row(EmailId id, Email email, Instant addedAt) {}

  private final JdbcClient db;
  private final Vault vault;
  private final BlindIndex index;

  EmailTables(JdbcClient db, Vault vault, BlindIndex index) {
    this.db = db;
    this.vault = vault;
    this.index = index;
  }

  /** False when it is somebody's. Belongs into a transaction. */
  boolean insert(EmailId id, PersonId person, Email email, Instant now) {
    SubjectKey key = vault.key(Life.ERASABLE, person.value()).orElseThrow();
    return db.sql(
                """
                insert into identity.email (id, person, address_index, address_sealed, added_at)
                values (:id, :person, :index, :sealed, :now)
                on conflict (address_index) do nothing
                """)
            .param("id", id.value())
            .param("person", person.value())
            .param("index", index(email))
            .param("sealed", key.seal(EMAIL, email.address()))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** A person's emails, the oldest first. */
  List<Row> of(PersonId person) {
    Optional<SubjectKey> key = vault.key(Life.ERASABLE, person.value());
    if (key.isEmpty()) {
      return List.of();
    }
    return db.sql(
            """
            select id, address_sealed, added_at
            from identity.email
            where person = :person
            order by added_at, id
            """)
        .param("person", person.value())
        .query(
            (row, n) ->
                new Row(
                    new EmailId(row.getObject("id", UUID.class)),
                    new Email(key.get().open(EMAIL, row.getBytes("address_sealed"))),
                    row.getTimestamp("added_at").toInstant()))
        .list();
  }

  /** False when the person has no such email. */
  boolean delete(PersonId person, EmailId id) {
    return db.sql("delete from identity.email where id = :id and person = :person")
            .param("id", id.value())
            .param("person", person.value())
            .update()
        == 1;
  }

  void forget(UUID person) {
    db.sql("delete from identity.email where person = :person").param("person", person).update();
  }

  byte[] index(Email email) {
    return index.of(EMAIL, email.key());
  }
}
