package dev.qiao.decision;

import dev.qiao.identity.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Limits of one person or business as stored. What was set is never changed; that it ended is
 * written once.
 */
@Component
class IndividualLimitTables {
  /** One that was set, with when it ended, if it did. */
  record Kept(IndividualLimit limit, Optional<Instant> endedAt) {}

  private final JdbcClient db;

  IndividualLimitTables(JdbcClient db) {
    this.db = db;
  }

  void insert(IndividualLimit limit) {
    db.sql(
            """
            insert into decision.individual_limit
              (id, subject, subject_kind, meaning, tier, cap, raises, since, ends_at, reference)
            values (:id, :subject, :kind, :meaning, :tier, :cap, :raises, :since, :endsAt, :reference)
            """)
        .param("id", limit.id())
        .param("subject", limit.subject().value())
        .param("kind", limit.subject().kind().text())
        .param("meaning", limit.meaning())
        .param("tier", limit.tier())
        .param("cap", limit.cap())
        .param("raises", limit.raises())
        .param("since", Timestamp.from(limit.since()))
        .param("endsAt", Timestamp.from(limit.endsAt()))
        .param("reference", limit.reference())
        .update();
  }

  /** Those that nobody has ended; their own end may have come. */
  List<IndividualLimit> open(Subject subject) {
    return db
        .sql(
            """
            select id, subject, subject_kind, meaning, tier, cap, raises, since, ends_at, reference, ended_at
            from decision.individual_limit
            where subject = :subject and ended_at is null
            order by meaning
            """)
        .param("subject", subject.value())
        .query(IndividualLimitTables::kept)
        .list()
        .stream()
        .map(Kept::limit)
        .toList();
  }

  /** All that were ever set for somebody, the latest first. */
  List<Kept> all(Subject subject) {
    return db.sql(
            """
            select id, subject, subject_kind, meaning, tier, cap, raises, since, ends_at, reference, ended_at
            from decision.individual_limit
            where subject = :subject
            order by id desc
            """)
        .param("subject", subject.value())
        .query(IndividualLimitTables::kept)
        .list();
  }

  /** Ends what holds of this meaning; returns how many. */
  int end(Subject subject, String meaning, Instant at) {
    return db.sql(
            """
            update decision.individual_limit
            set ended_at = greatest(:at, since)
            where subject = :subject and meaning = :meaning and ended_at is null
            """)
        .param("subject", subject.value())
        .param("meaning", meaning)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Those of whose limits one has come to its end, the longest ago first. */
  List<Subject> run(Instant now, int limit) {
    return db.sql(
            """
            select subject, subject_kind
            from decision.individual_limit
            where ended_at is null and ends_at <= :now
            group by subject, subject_kind
            order by min(ends_at)
            limit :limit
            """)
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query((row, number) -> subject(row))
        .list();
  }

  void forget(Subject subject) {
    db.sql("delete from decision.individual_limit where subject = :subject")
        .param("subject", subject.value())
        .update();
  }

  private static Subject subject(ResultSet row) throws SQLException {
    return new Subject(
        Subject.Kind.of(row.getString("subject_kind")), row.getObject("subject", UUID.class));
  }

  private static Kept kept(ResultSet row, int number) throws SQLException {
    return new Kept(
        new IndividualLimit(
            row.getObject("id", UUID.class),
            subject(row),
            row.getString("meaning"),
            row.getString("tier"),
            row.getLong("cap"),
            row.getBoolean("raises"),
            row.getTimestamp("since").toInstant(),
            row.getTimestamp("ends_at").toInstant(),
            row.getString("reference")),
        Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
  }
}
