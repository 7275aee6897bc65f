package dev.qiao.identity;

import dev.qiao.ids.Ids;
import dev.qiao.vault.BlindIndex;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose a phone or an email is, and was. Each question is one statement that opens nothing, so that
 * it is the same work whether or not there is somebody.
 */
@Component
class HolderTables {
  private final JdbcClient db;
  private final BlindIndex index;
  private final EmailTables emails;
  private final Ids ids;

  HolderTables(JdbcClient db, BlindIndex index, EmailTables emails, Ids ids) {
    this.db = db;
    this.index = index;
    this.emails = emails;
    this.ids = ids;
  }

  byte[] index(Contact contact) {
    return switch (contact) {
      case Phone phone -> index.of(PeopleTables.PHONE, phone.key());
      case Email email -> emails.index(email);
    };
  }

  Optional<PersonId> holder(Contact contact) {
    return db.sql(
            """
            select id from identity.person where phone_index = :index and erased_at is null
            union all
            select person from identity.email where address_index = :index
            """)
        .param("index", index(contact))
        .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
        .optional();
  }

  /**
   * Who may sign in by this and a password: whoever's it is, but on a browser that knows somebody
   * who has lost it, that one.
   *
   * @param device what the browser keeps; nothing matches an empty one
   */
  Optional<PersonId> signingIn(Contact contact, byte[] device) {
    return db.sql(
            """
            select c.id
            from (
              select id, 1 as now from identity.person where phone_index = :index and erased_at is null
              union all
              select person, 1 from identity.email where address_index = :index
              union all
              select person, 0 from identity.lost_contact where contact_index = :index
            ) c
            left join identity.known_device d
              on d.party = c.id and d.token_hash = :device and d.locked_at is null
            where c.now = 1 or d.party is not null
            order by d.party is not null desc, c.now desc
            limit 1
            """)
        .param("index", index(contact))
        .param("device", device)
        .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
        .optional();
  }

  /** Whose it is; where it is nobody's, whoever lost it last. */
  Optional<PersonId> heldOrLost(Contact contact) {
    return db.sql(
            """
            select c.id
            from (
              select id, 'infinity'::timestamptz as until
              from identity.person
              where phone_index = :index and erased_at is null
              union all
              select person, 'infinity' from identity.email where address_index = :index
              union all
              select person, lost_at from identity.lost_contact where contact_index = :index
            ) c
            order by c.until desc
            limit 1
            """)
        .param("index", index(contact))
        .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
        .optional();
  }

  /** Whether somebody who has this now, or had it, is this person. */
  boolean isOrWas(Contact contact, PersonId person) {
    return db.sql(
            """
            select exists (select from identity.person where phone_index = :index and id = :person)
              or exists (select from identity.email where address_index = :index and person = :person)
              or exists (select from identity.lost_contact where contact_index = :index and person = :person)
            """)
        .param("index", index(contact))
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * Takes it from whoever has it, except from this person; says whether there was somebody. They
   * are told later. Belongs into the transaction that gives it to who has shown it.
   */
  boolean release(Contact contact, PersonId except, Instant now) {
    String sql =
        switch (contact) {
          case Phone _ ->
              """
              with released as (
                update identity.person
                set phone_index = null, phone_end_index = null, phone_sealed = null, phone_taken_at = null
                where phone_index = :index and id <> :except and erased_at is null
                returning id)
              insert into identity.lost_contact (id, person, kind, contact_index, lost_at)
              select :id, id, 'phone', :index, :now from released
              """;
          case Email _ ->
              """
              with released as (
                delete from identity.email
                where address_index = :index and person <> :except
                returning person)
              insert into identity.lost_contact (id, person, kind, contact_index, lost_at)
              select :id, person, 'email', :index, :now from released
              """;
        };
    return db.sql(sql)
            .param("index", index(contact))
            .param("except", except.value())
            .param("id", ids.next())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** Whether the person has lost their phone number and has no other since. */
  boolean phoneLost(PersonId person) {
    return db.sql(
            """
            select exists (
              select from identity.lost_contact l
              join identity.person p on p.id = l.person
              where l.person = :person and l.kind = 'phone' and p.phone_index is null)
            """)
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  /** Somebody who has lost a contact and was not told. */
  record Untold(UUID id, PersonId person, boolean phone) {}

  /** At most 50 who were not told, each for one of the instances. Belongs into a transaction. */
  List<Untold> untold() {
    return db.sql(
            """
            select id, person, kind
            from identity.lost_contact
            where told_at is null
            order by lost_at
            limit 50
            for update skip locked
            """)
        .query(
            (row, n) ->
                new Untold(
                    row.getObject("id", UUID.class),
                    new PersonId(row.getObject("person", UUID.class)),
                    row.getString("kind").equals("phone")))
        .list();
  }

  void told(UUID id, Instant now) {
    db.sql("update identity.lost_contact set told_at = :now where id = :id")
        .param("id", id)
        .param("now", Timestamp.from(now))
        .update();
  }

  void forget(UUID person) {
    db.sql("delete from identity.lost_contact where person = :person")
        .param("person", person)
        .update();
  }
}
