package dev.qiao.api;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The few facts that a whole installation has. */
@Component
public class PlatformTables {
  private final JdbcClient db;

  PlatformTables(JdbcClient db) {
    this.db = db;
  }

  public Optional<String> find(String key) {
    return db.sql("select value from api.platform where key = :key")
        .param("key", key)
        .query(String.class)
        .optional();
  }

  /** Keeps a fact unless it is known; returns what is known now. */
  public String keep(String key, String value) {
    db.sql("insert into api.platform (key, value) values (:key, :value) on conflict do nothing")
        .param("key", key)
        .param("value", value)
        .update();
    return find(key).orElseThrow();
  }

  public void put(String key, String value) {
    db.sql(
            """
            insert into api.platform (key, value)
            values (:key, :value)
            on conflict (key) do update set value = excluded.value
            """)
        .param("key", key)
        .param("value", value)
        .update();
  }
}
