package dev.qiao.notice;

import dev.qiao.ids.TypeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The sandbox inbox. */
@Component
@ConditionalOnBooleanProperty("qiao.demo")
class SandboxTables {
  private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

  private final JdbcClient db;
  private final ObjectMapper json;

  SandboxTables(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  void insert(
      UUID id, Recipient to, Template template, Map<String, String> parameters, Instant at) {
    db.sql(
            """
            insert into notice.sandbox_message (id, phone, shown, template, parameters, at)
            values (:id, :phone, :shown, :template, :parameters::jsonb, :at)
            """)
        .param("id", id)
        .param("phone", to.address())
        .param("shown", to.shown())
        .param("template", template.text())
        .param("parameters", json.writeValueAsString(parameters))
        .param("at", Timestamp.from(at))
        .update();
  }

  /** The newest messages to numbers that end in these digits. */
  List<SandboxMessage> list(String digits, int limit) {
    return db.sql(
            """
            select id, shown, template, parameters, at
            from notice.sandbox_message
            where right(phone, length(:digits)) = :digits
            order by at desc, id desc
            limit :limit
            """)
        .param("digits", digits)
        .param("limit", limit)
        .query(this::message)
        .list();
  }

  int purge(Instant before) {
    return db.sql("delete from notice.sandbox_message where at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private SandboxMessage message(ResultSet row, int n) throws SQLException {
    return new SandboxMessage(
        new TypeId("msg", row.getObject("id", UUID.class)).toString(),
        row.getString("shown"),
        row.getString("template"),
        json.readValue(row.getString("parameters"), PARAMETERS),
        row.getTimestamp("at").toInstant());
  }
}
