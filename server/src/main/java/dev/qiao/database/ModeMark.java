package dev.qiao.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers in the database whether it is a demonstration, and refuses the other mode: demo people
 * have passwords that everybody knows, so they must never meet real money.
 */
final class ModeMark {
  private final JdbcClient db;

  ModeMark(DataSource owner) {
    this.db = JdbcClient.create(owner);
  }

  /** Before migrations, so that a refused start changes nothing. */
  void refuseOther(boolean demo) {
    boolean exists =
        db.sql("select to_regclass('api.platform') is not null").query(Boolean.class).single();
    if (exists) {
      compare(demo);
    }
  }

  /**
   * Whether a start was interrupted while it made the demo data. Nobody has been served from such a
   * database, so nothing in it is anybody's.
   */
  boolean isHalfFilled() {
    boolean exists =
        db.sql("select to_regclass('api.platform') is not null").query(Boolean.class).single();
    return exists
        && db.sql(
                "select exists (select from api.platform where key = 'demo-data' and value = 'filling')")
            .query(Boolean.class)
            .single();
  }

  /** After migrations. */
  void keep(boolean demo) {
    db.sql(
            """
            insert into api.platform (key, value)
            values ('demo', :demo)
            on conflict (key) do nothing
            """)
        .param("demo", String.valueOf(demo))
        .update();
    compare(demo);
  }

  private void compare(boolean demo) {
    var kept =
        db.sql("select value from api.platform where key = 'demo'").query(String.class).optional();
    if (kept.isEmpty() || Boolean.parseBoolean(kept.get()) == demo) {
      return;
    }
    throw new StartRefused(
        demo
            ? "This database is not a demonstration: start with --no-demo, or choose another with"
                + " --data."
            : "This database was filled by demo mode: start without --no-demo, or choose another"
                + " with --data.");
  }
}
