package dev.qiao.identity;

import dev.qiao.vault.Life;
import dev.qiao.vault.Vault;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes of credentials, and what people were reached by until lately. */
@Component
class CredentialChangeTables {
  private static final String FORMER = "person.former_contact";

  private final JdbcClient db;
  private final Vault vault;

  CredentialChangeTables(JdbcClient db, Vault vault) {
    this.db = db;
    this.vault = vault;
  }

  void insert(UUID id, UUID person, CredentialChange what, Instant at) {
    db.sql(
            """
            insert into identity.credential_change (id, person, what, at)
            values (:id, :person, :what, :at)
            """)
        .param("id", id)
        .param("person", person)
        .param("what", what.text())
        .param("at", Timestamp.from(at))
        .update();
  }

  Set<CredentialChange> since(UUID person, Instant since) {
    Set<CredentialChange> changes = EnumSet.noneOf(CredentialChange.class);
    db.sql(
            """
            select distinct what
            from identity.credential_change
            where person = :person and at > :since
            """)
        .param("person", person)
        .param("since", Timestamp.from(since))
        .query(String.class)
        .list()
        .forEach(what -> changes.add(CredentialChange.of(what)));
    return changes;
  }

  Optional<Instant> last(UUID person, CredentialChange what) {
    return db.sql(
            """
            select at
            from identity.credential_change
            where person = :person and what = :what
            order by at desc
            limit 1
            """)
        .param("person", person)
        .param("what", what.text())
        .query((row, n) -> row.getTimestamp("at").toInstant())
        .optional();
  }

  /** Keeps what the person was reached by. */
  void keep(UUID id, UUID person, Contact contact, Instant until) {
    vault
        .key(Life.ERASABLE, person)
        .ifPresent(
            key ->
                db.sql(
                        """
                        insert into identity.former_contact (id, person, address_sealed, until)
                        values (:id, :person, :address, :until)
                        """)
                    .param("id", id)
                    .param("person", person)
                    .param("address", key.seal(FORMER, contact.address()))
                    .param("until", Timestamp.from(until))
                    .update());
  }

  /** What the person was reached by until lately. */
  List<Contact> former(UUID person, Instant now) {
    return vault
        .key(Life.ERASABLE, person)
        .map(
            key ->
                db
                    .sql(
                        """
                        select address_sealed
                        from identity.former_contact
                        where person = :person and until > :now
                        order by until desc
                        limit 5
                        """)
                    .param("person", person)
                    .param("now", Timestamp.from(now))
                    .query((row, n) -> row.getBytes("address_sealed"))
                    .list()
                    .stream()
                    .map(address -> Contact.of(key.open(FORMER, address)))
                    .toList())
        .orElse(List.of());
  }

  /** A change as its person may see it. */
  record Change(CredentialChange what, Instant at) {}

  List<Change> of(UUID person) {
    return db.sql(
            "select what, at from identity.credential_change where person = :person order by at")
        .param("person", person)
        .query(
            (row, n) ->
                new Change(
                    CredentialChange.of(row.getString("what")), row.getTimestamp("at").toInstant()))
        .list();
  }

  void forget(UUID person) {
    for (String statement :
        List.of(
            "delete from identity.credential_change where person = :person",
            "delete from identity.former_contact where person = :person")) {
      db.sql(statement).param("person", person).update();
    }
  }

  int purge(Instant now) {
    return db.sql("delete from identity.former_contact where until < :now")
        .param("now", Timestamp.from(now))
        .update();
  }
}
