package dev.qiao.notice;

import dev.qiao.ids.TypeId;
import dev.qiao.vault.Purpose;
import dev.qiao.vault.Seals;
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
import tools.jackson.databind.ObjectMapper;

/** The sandbox inbox. */
@Component
@ConditionalOnBooleanProperty("qiao.demo")
class SandboxTables {
  /** What of a message is personal, or secret. */
  record Sealed(String phone, String shown, Map<String, String> parameters) {
    @Override
    public String toString() {
      return shown;
    }
  }

  private record Line(UUID id, String template, Sealed sealed, Instant at) {
    SandboxMessage message() {
      return new SandboxMessage(
          new TypeId("msg", id).toString(), sealed.shown(), template, sealed.parameters(), at);
    }
  }

  private final JdbcClient db;
  private final ObjectMapper json;
  private final Seals seals;

  SandboxTables(JdbcClient db, ObjectMapper json, Seals seals) {
    this.db = db;
    this.json = json;
    this.seals = seals;
  }

  void insert(
      UUID id, Recipient to, Template template, Map<String, String> parameters, Instant at) {
    Sealed sealed = new Sealed(to.address(), to.shown(), parameters);
    db.sql(
            """
            insert into notice.sandbox_message (id, template, sealed, at)
            values (:id, :template, :sealed, :at)
            """)
        .param("id", id)
        .param("template", template.text())
        .param("sealed", seals.seal(Purpose.MESSAGE, json.writeValueAsString(sealed)))
        .param("at", Timestamp.from(at))
        .update();
  }

  /** The newest messages to addresses that end in this. */
  List<SandboxMessage> list(String end, int limit) {
    return db
        .sql(
            """
            select id, template, sealed, at
            from notice.sandbox_message
            order by at desc, id desc
            limit 1000
            """)
        .query(this::line)
        .list()
        .stream()
        .filter(line -> line.sealed().phone().endsWith(end))
        .limit(limit)
        .map(Line::message)
        .toList();
  }

  int purge(Instant before) {
    return db.sql("delete from notice.sandbox_message where at < :before")
        .param("before", Timestamp.from(before))
        .update();
  }

  private Line line(ResultSet row, int n) throws SQLException {
    String sealed = seals.open(Purpose.MESSAGE, row.getString("sealed")).orElseThrow();
    return new Line(
        row.getObject("id", UUID.class),
        row.getString("template"),
        json.readValue(sealed, Sealed.class),
        row.getTimestamp("at").toInstant());
  }
}
