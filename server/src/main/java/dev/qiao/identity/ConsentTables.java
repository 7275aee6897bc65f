package dev.qiao.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people said when they were asked. */
@Component
class ConsentTables {
  /** One word of somebody's. */
  record Row(String purpose, String version, String language, boolean given, Instant at) {}

  private final JdbcClient db;

  ConsentTables(JdbcClient db) {
    this.db = db;
  }

  void insert(UUID id, PersonId person, Row said) {
    db.sql(
            """
            insert into identity.consent (id, person, purpose, version, language, given, at)
            values (:id, :person, :purpose, :version, :language, :given, :at)
            """)
        .param("id", id)
        .param("person", person.value())
        .param("purpose", said.purpose())
        .param("version", said.version())
        .param("language", said.language())
        .param("given", said.given())
        .param("at", Timestamp.from(said.at()))
        .update();
  }

  /** Everything they ever said, oldest first. */
  List<Row> of(PersonId person) {
    return db.sql(
            """
            select purpose, version, language, given, at
            from identity.consent
            where person = :person
            order by id
            """)
        .param("person", person.value())
        .query(ConsentTables::row)
        .list();
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    return new Row(
        row.getString("purpose"),
        row.getString("version"),
        row.getString("language"),
        row.getBoolean("given"),
        row.getTimestamp("at").toInstant());
  }
}
