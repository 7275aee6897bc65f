package dev.qiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People. */
@Component
class PeopleTables {
  private final JdbcClient db;

  PeopleTables(JdbcClient db) {
    this.db = db;
  }

  /** False when the phone is someone's already. */
  boolean insert(Person person, Instant now) {
    return db.sql(
                """
                insert into identity.person (id, phone, name, created_at)
                values (:id, :phone, :name, :now)
                on conflict (phone) do nothing
                """)
            .param("id", person.id().value())
            .param("phone", person.phone().e164())
            .param("name", person.name())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  List<Person> find(Collection<PersonId> ids) {
    return db.sql("select id, phone, name from identity.person where id = any(:ids)")
        .param("ids", ids.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(PeopleTables::person)
        .list();
  }

  Optional<Person> byPhone(Phone phone) {
    return db.sql("select id, phone, name from identity.person where phone = :phone")
        .param("phone", phone.e164())
        .query(PeopleTables::person)
        .optional();
  }

  List<PersonId> withPhoneEnding(String digits) {
    return db.sql("select id from identity.person where right(phone, 4) = :digits limit 1000")
        .param("digits", digits)
        .query((row, n) -> new PersonId(row.getObject("id", UUID.class)))
        .list();
  }

  Optional<String> language(PersonId id) {
    return db.sql("select language from identity.person where id = :id and language is not null")
        .param("id", id.value())
        .query(String.class)
        .optional();
  }

  /** Changes what is given, and leaves what is null. */
  void change(PersonId id, @Nullable String name, @Nullable String language) {
    db.sql(
            """
            update identity.person
            set name = coalesce(:name::text, name), language = coalesce(:language::text, language)
            where id = :id
            """)
        .param("id", id.value())
        .param("name", name)
        .param("language", language)
        .update();
  }

  long count() {
    return db.sql("select count(*) from identity.person").query(Long.class).single();
  }

  private static Person person(ResultSet row, int n) throws SQLException {
    return new Person(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("name"),
        new Phone(row.getString("phone")));
  }
}
