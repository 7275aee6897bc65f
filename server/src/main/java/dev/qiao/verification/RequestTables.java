package dev.qiao.verification;

import dev.qiao.decision.Evidence;
import dev.qiao.identity.Subject;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests to be verified. */
@Component
class RequestTables {
  private final JdbcClient db;

  RequestTables(JdbcClient db) {
    this.db = db;
  }

  /** A draft; nothing when the subject has an open request. */
  void insert(VerificationId id, Subject subject, String tier, Instant now) {
    db.sql(
            """
            insert into verification.request (id, subject, subject_kind, tier, state, opened_at)
            values (:id, :subject, :kind, :tier, 'draft', :now)
            on conflict (subject) where state in ('draft', 'submitted', 'in_review', 'more_needed') do nothing
            """)
        .param("id", id.value())
        .param("subject", subject.value())
        .param("kind", subject.kind().text())
        .param("tier", tier)
        .param("now", Timestamp.from(now))
        .update();
  }

  int openedSince(Subject subject, Instant since) {
    return db.sql(
            """
            select count(*)
            from verification.request
            where subject = :subject and opened_at > :since
            """)
        .param("subject", subject.value())
        .param("since", Timestamp.from(since))
        .query(Integer.class)
        .single();
  }

  /** The latest one, whatever has become of it. */
  Optional<Request> latest(Subject subject) {
    return db.sql(
            """
            select id, subject, subject_kind, tier, state, reason, wanted, reviewer, granted, documents_expire_on,
              opened_at, submitted_at, decided_at
            from verification.request
            where subject = :subject
            order by id desc
            limit 1
            """)
        .param("subject", subject.value())
        .query(RequestTables::request)
        .optional();
  }

  List<Request> all(Subject subject) {
    return db.sql(
            """
            select id, subject, subject_kind, tier, state, reason, wanted, reviewer, granted, documents_expire_on,
              opened_at, submitted_at, decided_at
            from verification.request
            where subject = :subject
            order by id
            """)
        .param("subject", subject.value())
        .query(RequestTables::request)
        .list();
  }

  Optional<Request> find(VerificationId id) {
    return db.sql(
            """
            select id, subject, subject_kind, tier, state, reason, wanted, reviewer, granted, documents_expire_on,
              opened_at, submitted_at, decided_at
            from verification.request
            where id = :id
            """)
        .param("id", id.value())
        .query(RequestTables::request)
        .optional();
  }

  /**
   * Those of some kinds of subjects, newest first, below an id; drafts are nobody else's business.
   */
  List<Request> list(
      Set<Subject.Kind> kinds, Optional<State> state, Optional<UUID> before, int limit) {
    return db.sql(
            """
            select id, subject, subject_kind, tier, state, reason, wanted, reviewer, granted, documents_expire_on,
              opened_at, submitted_at, decided_at
            from verification.request
            where state <> 'draft' and (:state::text is null or state = :state::text)
              and subject_kind = any(:kinds)
              and (:before::uuid is null or id < :before::uuid)
            order by id desc
            limit :limit
            """)
        .param("state", state.map(State::text).orElse(null))
        .param("kinds", texts(kinds))
        .param("before", before.orElse(null))
        .param("limit", limit)
        .query(RequestTables::request)
        .list();
  }

  int waiting(Set<Subject.Kind> kinds) {
    return db.sql(
            """
            select count(*)
            from verification.request
            where state in ('submitted', 'in_review') and subject_kind = any(:kinds)
            """)
        .param("kinds", texts(kinds))
        .query(Integer.class)
        .single();
  }

  /** Asks for another tier with a draft; says whether there was one. */
  boolean aim(Subject subject, String tier) {
    return db.sql(
                """
                update verification.request
                set tier = :tier
                where subject = :subject and state in ('draft', 'more_needed')
                """)
            .param("tier", tier)
            .param("subject", subject.value())
            .update()
        == 1;
  }

  /** Counts an upload, and locks the request that it is for; empty when none takes any (more). */
  Optional<VerificationId> upload(Subject subject, int max) {
    return db.sql(
            """
            update verification.request
            set uploads = uploads + 1
            where subject = :subject and state in ('draft', 'more_needed') and uploads < :max
            returning id
            """)
        .param("subject", subject.value())
        .param("max", max)
        .query((row, number) -> new VerificationId(row.getObject("id", UUID.class)))
        .optional();
  }

  /** Locks the request that is the applicant's to change. */
  Optional<Request> lockTheirs(Subject subject) {
    return db.sql(
            """
            select id, subject, subject_kind, tier, state, reason, wanted, reviewer, granted, documents_expire_on,
              opened_at, submitted_at, decided_at
            from verification.request
            where subject = :subject and state in ('draft', 'more_needed')
            for update
            """)
        .param("subject", subject.value())
        .query(RequestTables::request)
        .optional();
  }

  void submit(VerificationId id, Instant now) {
    db.sql(
            """
            update verification.request
            set state = 'submitted', reason = null, wanted = '{}', submitted_at = :now
            where id = :id
            """)
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  /** Takes an open request back; empty when there is none that can be. */
  Optional<VerificationId> withdraw(Subject subject, Instant now) {
    return db.sql(
            """
            update verification.request
            set state = 'withdrawn', reason = null, wanted = '{}', decided_at = :now
            where subject = :subject and state in ('draft', 'submitted', 'in_review', 'more_needed')
            returning id
            """)
        .param("now", Timestamp.from(now))
        .param("subject", subject.value())
        .query((row, number) -> new VerificationId(row.getObject("id", UUID.class)))
        .optional();
  }

  /** False when it does not wait for a review. */
  boolean take(VerificationId id, UUID reviewer) {
    return db.sql(
                """
                update verification.request
                set state = 'in_review', reviewer = :reviewer
                where id = :id and state in ('submitted', 'in_review')
                """)
            .param("reviewer", reviewer)
            .param("id", id.value())
            .update()
        == 1;
  }

  /** False when it is not in this operator's review (any more). */
  boolean approve(
      VerificationId id,
      UUID reviewer,
      String granted,
      Optional<LocalDate> documentsExpireOn,
      Instant now) {
    return db.sql(
                """
                update verification.request
                set state = 'approved', granted = :granted, documents_expire_on = :expire, decided_at = :now
                where id = :id and state = 'in_review' and reviewer = :reviewer
                """)
            .param("granted", granted)
            .param("expire", documentsExpireOn.map(Date::valueOf).orElse(null))
            .param("now", Timestamp.from(now))
            .param("id", id.value())
            .param("reviewer", reviewer)
            .update()
        == 1;
  }

  boolean refuse(VerificationId id, UUID reviewer, String reason, Instant now) {
    return db.sql(
                """
                update verification.request
                set state = 'refused', reason = :reason, decided_at = :now
                where id = :id and state = 'in_review' and reviewer = :reviewer
                """)
            .param("reason", reason)
            .param("now", Timestamp.from(now))
            .param("id", id.value())
            .param("reviewer", reviewer)
            .update()
        == 1;
  }

  boolean askForMore(VerificationId id, UUID reviewer, String reason, Collection<Evidence> wanted) {
    return db.sql(
                """
                update verification.request
                set state = 'more_needed', reason = :reason, wanted = :wanted
                where id = :id and state = 'in_review' and reviewer = :reviewer
                """)
            .param("reason", reason)
            .param("wanted", wanted.stream().map(Evidence::text).toArray(String[]::new))
            .param("id", id.value())
            .param("reviewer", reviewer)
            .update()
        == 1;
  }

  /** Ends drafts that nobody has touched since. */
  List<VerificationId> endOld(Instant before, Instant now) {
    return db.sql(
            """
            update verification.request
            set state = 'withdrawn', reason = null, wanted = '{}', decided_at = :now
            where state in ('draft', 'more_needed') and opened_at < :before
            returning id
            """)
        .param("now", Timestamp.from(now))
        .param("before", Timestamp.from(before))
        .query((row, number) -> new VerificationId(row.getObject("id", UUID.class)))
        .list();
  }

  private static String[] texts(Set<Subject.Kind> kinds) {
    return kinds.stream().map(Subject.Kind::text).toArray(String[]::new);
  }

  private static Request request(ResultSet row, int number) throws SQLException {
    return new Request(
        new VerificationId(row.getObject("id", UUID.class)),
        new Subject(
            Subject.Kind.of(row.getString("subject_kind")), row.getObject("subject", UUID.class)),
        row.getString("tier"),
        State.of(row.getString("state")),
        Optional.ofNullable(row.getString("reason")),
        Stream.of((String[]) row.getArray("wanted").getArray())
            .map(text -> Evidence.find(text).orElseThrow())
            .toList(),
        Optional.ofNullable(row.getObject("reviewer", UUID.class)),
        Optional.ofNullable(row.getString("granted")),
        Optional.ofNullable(row.getObject("documents_expire_on", LocalDate.class)),
        row.getTimestamp("opened_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("submitted_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant));
  }
}
