package dev.qiao.vault;

import dev.qiao.vault.KeyWrapping.Wrapped;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys, wrapped. */
final class KeyTables {
  /** Somebody's key. */
  record PersonRow(UUID subject, String life, Wrapped wrapped) {}

  /** A key of the platform's own. */
  record PlatformRow(int number, String purpose, Wrapped wrapped, Optional<Instant> diesAt) {}

  private final JdbcClient db;

  KeyTables(DataSource source) {
    this.db = JdbcClient.create(source);
  }

  void insert(UUID subject, Life life, Wrapped wrapped, Instant now) {
    db.sql(
            """
            insert into vault.person_key (subject, life, wrapped_by, wrapped, made_at)
            values (:subject, :life, :by, :wrapped, :now)
            """)
        .param("subject", subject)
        .param("life", life.text())
        .param("by", wrapped.by())
        .param("wrapped", wrapped.bytes())
        .param("now", Timestamp.from(now))
        .update();
  }

  List<PersonRow> find(Life life, Collection<UUID> subjects) {
    return db.sql(
            """
            select subject, life, wrapped_by, wrapped
            from vault.person_key
            where subject = any(:subjects) and life = :life and wrapped is not null
            """)
        .param("subjects", subjects.toArray(UUID[]::new))
        .param("life", life.text())
        .query(KeyTables::personRow)
        .list();
  }

  /** Destroys a key; one that is gone stays as it is. */
  void destroy(UUID subject, Life life, Instant now) {
    db.sql(
            """
            update vault.person_key
            set wrapped = null, destroyed_at = :now
            where subject = :subject and life = :life and wrapped is not null
            """)
        .param("subject", subject)
        .param("life", life.text())
        .param("now", Timestamp.from(now))
        .update();
  }

  void dieAt(UUID subject, Life life, Instant at) {
    db.sql("update vault.person_key set dies_at = :at where subject = :subject and life = :life")
        .param("subject", subject)
        .param("life", life.text())
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Destroys what has reached its date; says how many keys that were. */
  int destroyDue(Instant now) {
    return db.sql(
                """
                update vault.person_key
                set wrapped = null, destroyed_at = :now
                where dies_at <= :now and wrapped is not null
                """)
            .param("now", Timestamp.from(now))
            .update()
        + db.sql(
                """
                update vault.platform_key
                set wrapped = null, destroyed_at = :now
                where dies_at <= :now and wrapped is not null
                """)
            .param("now", Timestamp.from(now))
            .update();
  }

  /** The key of a purpose and a day, which is this one unless there was one before. */
  PlatformRow keep(
      String purpose,
      @Nullable LocalDate day,
      Wrapped wrapped,
      Instant now,
      @Nullable Instant diesAt) {
    db.sql(
            """
            insert into vault.platform_key (purpose, day, wrapped_by, wrapped, made_at, dies_at)
            values (:purpose, :day, :by, :wrapped, :now, :diesAt)
            on conflict (purpose, day) do nothing
            """)
        .param("purpose", purpose)
        .param("day", day == null ? null : Date.valueOf(day))
        .param("by", wrapped.by())
        .param("wrapped", wrapped.bytes())
        .param("now", Timestamp.from(now))
        .param("diesAt", diesAt == null ? null : Timestamp.from(diesAt))
        .update();
    return find(purpose, day).orElseThrow();
  }

  Optional<PlatformRow> find(String purpose, @Nullable LocalDate day) {
    return db.sql(
            """
            select number, purpose, wrapped_by, wrapped, dies_at
            from vault.platform_key
            where purpose = :purpose and day is not distinct from :day::date
            """)
        .param("purpose", purpose)
        .param("day", day == null ? null : Date.valueOf(day))
        .query(KeyTables::platformRow)
        .optional();
  }

  Optional<PlatformRow> find(int number) {
    return db.sql(
            """
            select number, purpose, wrapped_by, wrapped, dies_at
            from vault.platform_key
            where number = :number and wrapped is not null
            """)
        .param("number", number)
        .query(KeyTables::platformRow)
        .optional();
  }

  /** Some keys of people that another key than this one wraps. */
  List<PersonRow> peopleNotWrappedBy(String current, int limit) {
    return db.sql(
            """
            select subject, life, wrapped_by, wrapped
            from vault.person_key
            where wrapped_by <> :current and wrapped is not null
            limit :limit
            """)
        .param("current", current)
        .param("limit", limit)
        .query(KeyTables::personRow)
        .list();
  }

  /** Keys of the platform that another key than this one wraps. */
  List<PlatformRow> platformNotWrappedBy(String current, int limit) {
    return db.sql(
            """
            select number, purpose, wrapped_by, wrapped, dies_at
            from vault.platform_key
            where wrapped_by <> :current and wrapped is not null
            limit :limit
            """)
        .param("current", current)
        .param("limit", limit)
        .query(KeyTables::platformRow)
        .list();
  }

  /** Puts a key in its new wrapping, unless it was destroyed meanwhile. */
  void rewrap(PersonRow row, Wrapped anew) {
    db.sql(
            """
            update vault.person_key
            set wrapped = :anew, wrapped_by = :by
            where subject = :subject and life = :life and wrapped = :before
            """)
        .param("anew", anew.bytes())
        .param("by", anew.by())
        .param("subject", row.subject())
        .param("life", row.life())
        .param("before", row.wrapped().bytes())
        .update();
  }

  /** Puts a key in its new wrapping, unless it was destroyed meanwhile. */
  void rewrap(PlatformRow row, Wrapped anew) {
    db.sql(
            """
            update vault.platform_key
            set wrapped = :anew, wrapped_by = :by
            where number = :number and wrapped = :before
            """)
        .param("anew", anew.bytes())
        .param("by", anew.by())
        .param("number", row.number())
        .param("before", row.wrapped().bytes())
        .update();
  }

  private static PersonRow personRow(ResultSet row, int n) throws SQLException {
    return new PersonRow(
        row.getObject("subject", UUID.class),
        row.getString("life"),
        new Wrapped(row.getString("wrapped_by"), row.getBytes("wrapped")));
  }

  private static PlatformRow platformRow(ResultSet row, int n) throws SQLException {
    return new PlatformRow(
        row.getInt("number"),
        row.getString("purpose"),
        new Wrapped(row.getString("wrapped_by"), row.getBytes("wrapped")),
        Optional.ofNullable(row.getTimestamp("dies_at")).map(Timestamp::toInstant));
  }
}
