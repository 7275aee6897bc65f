package dev.qiao.identity;

import dev.qiao.vault.BlindIndex;
import dev.qiao.vault.Life;
import dev.qiao.vault.SubjectKey;
import dev.qiao.vault.Vault;
import dev.qiao.vault.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * People. Names and numbers are sealed twice: under the key that the person may have destroyed, and
 * under the one for what the law makes us keep. They are found by blind indexes.
 */
@Component
class PeopleTables {
  static final String NAME = "person.name";
  static final String PHONE = "person.phone";
  static final String PHONE_END = "person.phone_end";
  static final String WORD = "person.word";

  /** A person's row: what is in it opens with the erasable key alone. */
  private record Row(PersonId id, byte[] name, byte @Nullable [] phone) {
    Person open(SubjectKey key) {
      return new Person(
          id,
          key.open(NAME, name),
          Optional.ofNullable(phone).map(bytes -> new Phone(key.open(PHONE, bytes))));
    }
  }

  private final JdbcClient db;
  private final Vault vault;
  private final BlindIndex index;

  PeopleTables(JdbcClient db, Vault vault, BlindIndex index) {
    this.db = db;
    this.vault = vault;
    this.index = index;
  }

  /**
   * False when the phone is someone's already. Belongs into a transaction.
   *
   * @param taken whether the phone was somebody else's a moment ago
   */
  boolean insert(Person person, boolean taken, Instant now) {
    SubjectKey erasable = vault.fresh(person.id().value(), Life.ERASABLE);
    SubjectKey retained = vault.fresh(person.id().value(), Life.RETAINED);
    Optional<Phone> phone = person.phone();
    boolean inserted =
        db.sql(
                    """
                    insert into identity.person
                      (id, name_sealed, phone_sealed, name_kept, phone_kept, phone_index, phone_end_index,
                       phone_taken_at, created_at)
                    values (:id, :name, :phone, :nameKept, :phoneKept, :index, :end, :taken, :now)
                    on conflict (phone_index) do nothing
                    """)
                .param("id", person.id().value())
                .param("name", erasable.seal(NAME, person.name()))
                .param("phone", phone.map(p -> erasable.seal(PHONE, p.e164())).orElse(null))
                .param("nameKept", retained.seal(NAME, person.name()))
                .param("phoneKept", phone.map(p -> retained.seal(PHONE, p.e164())).orElse(null))
                .param("index", phone.map(p -> index.of(PHONE, p.key())).orElse(null))
                .param("end", phone.map(p -> index.of(PHONE_END, p.tail())).orElse(null))
                .param("taken", taken ? Timestamp.from(now) : null)
                .param("now", Timestamp.from(now))
                .update()
            == 1;
    if (inserted) {
      vault.keep(erasable);
      vault.keep(retained);
      insertWords(person.id(), person.name());
    }
    return inserted;
  }

  /** Those of the ids that are people who were not erased. */
  List<Person> find(Collection<PersonId> ids) {
    List<Row> rows =
        db.sql(
                """
                select id, name_sealed, phone_sealed
                from identity.person
                where id = any(:ids) and erased_at is null
                """)
            .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
            .query(PeopleTables::row)
            .list();
    return open(rows);
  }

  Optional<Person> byPhone(Phone phone) {
    List<Row> rows =
        db.sql(
                """
                select id, name_sealed, phone_sealed
                from identity.person
                where phone_index = :index and erased_at is null
                """)
            .param("index", index.of(PHONE, phone.e164()))
            .query(PeopleTables::row)
            .list();
    return open(rows).stream().findFirst();
  }

  /** Whom a payer finds by this number: nobody who took it from somebody else since that time. */
  Optional<Person> payeeByPhone(Phone phone, Instant takenBefore) {
    List<Row> rows =
        db.sql(
                """
                select id, name_sealed, phone_sealed
                from identity.person
                where phone_index = :index and erased_at is null
                  and (phone_taken_at is null or phone_taken_at < :before)
                """)
            .param("index", index.of(PHONE, phone.key()))
            .param("before", Timestamp.from(takenBefore))
            .query(PeopleTables::row)
            .list();
    return open(rows).stream().findFirst();
  }

  /**
   * Gives a person this number in place of the one they have, if any; false when it is somebody's.
   * Belongs into a transaction.
   *
   * @param taken whether it was somebody else's a moment ago
   */
  boolean setPhone(PersonId id, Phone phone, boolean taken, Instant now) {
    SubjectKey erasable = vault.key(Life.ERASABLE, id.value()).orElseThrow();
    SubjectKey retained = vault.key(Life.RETAINED, id.value()).orElseThrow();
    return db.sql(
                """
                update identity.person
                set phone_sealed = :phone, phone_kept = :kept, phone_index = :index,
                    phone_end_index = :end, phone_taken_at = :taken
                where id = :id and erased_at is null
                  and not exists (select from identity.person where phone_index = :index and id <> :id)
                """)
            .param("id", id.value())
            .param("phone", erasable.seal(PHONE, phone.e164()))
            .param("kept", retained.seal(PHONE, phone.e164()))
            .param("index", index.of(PHONE, phone.key()))
            .param("end", index.of(PHONE_END, phone.tail()))
            .param("taken", taken ? Timestamp.from(now) : null)
            .update()
        == 1;
  }

  /** Takes a person's number away. */
  void clearPhone(PersonId id) {
    db.sql(
            """
            update identity.person
            set phone_sealed = null, phone_index = null, phone_end_index = null, phone_taken_at = null
            where id = :id
            """)
        .param("id", id.value())
        .update();
  }

  /** Lets all of somebody's wallet move little money until then. */
  void cool(PersonId id, Instant until) {
    db.sql(
            """
            update identity.person
            set cooling_until = greatest(cooling_until, :until)
            where id = :id
            """)
        .param("id", id.value())
        .param("until", Timestamp.from(until))
        .update();
  }

  List<PersonId> withPhoneEnding(String digits) {
    return db.sql("select id from identity.person where phone_end_index = :end limit 1000")
        .param("end", index.of(PHONE_END, digits))
        .query(PeopleTables::id)
        .list();
  }

  /** People whose names hold all of these words, the newest first. */
  List<PersonId> withWords(Set<String> words, int limit) {
    return db.sql(
            """
            select person as id
            from identity.person_word
            where word = any(:words)
            group by person
            having count(*) = :count
            order by person desc
            limit :limit
            """)
        .param("words", words.stream().map(word -> index.of(WORD, word)).toArray(byte[][]::new))
        .param("count", words.size())
        .param("limit", limit)
        .query(PeopleTables::id)
        .list();
  }

  Optional<String> language(PersonId id) {
    return db.sql("select language from identity.person where id = :id and language is not null")
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  /** Changes what is given, and leaves what is null. Belongs into a transaction. */
  void change(PersonId id, @Nullable String name, @Nullable String language) {
    db.sql(
            "update identity.person set language = coalesce(:language::text, language) where id = :id")
        .param("id", id.value())
        .param("language", language)
        .update();
    if (name != null) {
      rename(id, name);
    }
  }

  private void rename(PersonId id, String name) {
    SubjectKey erasable = vault.key(Life.ERASABLE, id.value()).orElseThrow();
    SubjectKey retained = vault.key(Life.RETAINED, id.value()).orElseThrow();
    db.sql(
            """
            update identity.person
            set name_sealed = :name, name_kept = :kept
            where id = :id and erased_at is null
            """)
        .param("id", id.value())
        .param("name", erasable.seal(NAME, name))
        .param("kept", retained.seal(NAME, name))
        .update();
    deleteWords(id);
    insertWords(id, name);
  }

  /** When somebody came; empty when there is nobody of this id. */
  Optional<Instant> createdAt(PersonId id) {
    return db.sql("select created_at from identity.person where id = :id")
        .param("id", id.value())
        .query((row, n) -> row.getTimestamp("created_at").toInstant())
        .optional();
  }

  /** When somebody was erased. */
  Optional<Instant> erasedAt(PersonId id) {
    return db.sql("select erased_at from identity.person where id = :id and erased_at is not null")
        .param("id", id.value())
        .query((row, n) -> row.getTimestamp("erased_at").toInstant())
        .optional();
  }

  /** What the law makes us keep of somebody, also after they were erased, until that key dies. */
  Optional<Person> kept(PersonId id) {
    return vault
        .key(Life.RETAINED, id.value())
        .flatMap(
            key ->
                db.sql("select id, name_kept, phone_kept from identity.person where id = :id")
                    .param("id", id.value())
                    .query(
                        (row, n) ->
                            new Row(id, row.getBytes("name_kept"), row.getBytes("phone_kept"))
                                .open(key))
                    .optional());
  }

  /**
   * Lets go of somebody: nothing finds them any more, and what the erasable key sealed is taken
   * away as well. False when there is nobody, or they were erased before.
   */
  boolean erase(PersonId id, Instant now) {
    deleteWords(id);
    return db.sql(
                """
                update identity.person
                set name_sealed = null, phone_sealed = null, phone_index = null, phone_end_index = null,
                    phone_taken_at = null, cooling_until = null, language = null, erased_at = :now
                where id = :id and erased_at is null
                """)
            .param("id", id.value())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** How many people there are. */
  long count() {
    return db.sql("select count(*) from identity.person where erased_at is null")
        .query(Long.class)
        .single();
  }

  private List<Person> open(List<Row> rows) {
    Map<UUID, SubjectKey> keys =
        vault.keys(Life.ERASABLE, rows.stream().map(row -> row.id().value()).toList());
    return rows.stream()
        .filter(row -> keys.containsKey(row.id().value()))
        .map(row -> row.open(keys.get(row.id().value())))
        .toList();
  }

  private void insertWords(PersonId id, String name) {
    db.sql(
            """
            insert into identity.person_word (word, person)
            select unnest(:words::bytea[]), :id
            on conflict do nothing
            """)
        .param(
            "words",
            Words.of(name).stream().map(word -> index.of(WORD, word)).toArray(byte[][]::new))
        .param("id", id.value())
        .update();
  }

  private void deleteWords(PersonId id) {
    db.sql("delete from identity.person_word where person = :id").param("id", id.value()).update();
  }

  private static PersonId id(ResultSet row, int n) throws SQLException {
    return new PersonId(row.getObject("id", UUID.class));
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(id(row, n), row.getBytes("name_sealed"), row.getBytes("phone_sealed"));
  }
}
