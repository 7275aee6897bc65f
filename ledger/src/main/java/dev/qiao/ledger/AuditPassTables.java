package dev.qiao.ledger;

import dev.qiao.ledger.AuditPlace.Area;
import dev.qiao.ledger.AuditReport.Difference;
import dev.qiao.ledger.AuditStanding.Begun;
import dev.qiao.ledger.AuditStanding.Ended;
import dev.qiao.ledger.AuditStanding.Found;
import dev.qiao.ledger.AuditStanding.Pass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The statements on how far the self-audit is, and on what it has found. */
record AuditPassTables(Db db) {

  /** Where a pass stands, and the number of the step that comes next. */
  record Standing(long step, Optional<Instant> begunAt, AuditPlace place, AuditFigures figures) {}

  Standing standing(AuditScope scope) throws SQLException {
    return db.find(
            """
            select step, begun_at, area, after_number, after_sequence, after_id,
              accounts, postings, changes, holds, allowances, differences
            from ledger.audit_pass
            where scope = ?
            """,
            AuditPassTables::standing,
            scope.code())
        .orElseThrow();
  }

  /** Sessions that only wait for their next transaction do nothing; those within one do. */
  boolean isQuiet() throws SQLException {
    return db.find(
            """
            select not exists (
              select from pg_stat_activity
              where datname = current_database() and usename = current_user and state <> 'idle'
                and pid <> pg_backend_pid() and leader_pid is distinct from pg_backend_pid()
            ) as is_quiet
            """,
            row -> row.getBoolean("is_quiet"))
        .orElseThrow();
  }

  /** Whether the step was still the next one, and is done now. */
  boolean goOn(AuditScope scope, long step, Instant begunAt, AuditPlace place, AuditFigures figures)
      throws SQLException {
    return db.run(
            """
            update ledger.audit_pass
            set step = step + 1, begun_at = ?, area = ?, after_number = ?, after_sequence = ?, after_id = ?,
              accounts = ?, postings = ?, changes = ?, holds = ?, allowances = ?, differences = ?
            where scope = ? and step = ?
            """,
            begunAt,
            place.area().name().toLowerCase(Locale.ROOT),
            place.number(),
            place.changes(),
            place.id(),
            figures.accounts(),
            figures.postings(),
            figures.changes(),
            figures.holds(),
            figures.allowances(),
            figures.differences(),
            scope.code(),
            step)
        == 1;
  }

  /** Whether the step was still the next one, and has ended the pass. */
  boolean end(AuditScope scope, long step, Ended ended) throws SQLException {
    AuditFigures figures = ended.figures();
    return db.run(
            """
            update ledger.audit_pass
            set step = step + 1, begun_at = null, area = null,
              accounts = 0, postings = 0, changes = 0, holds = 0, allowances = 0, differences = 0,
              last_begun_at = ?, last_ended_at = ?, last_accounts = ?, last_postings = ?, last_changes = ?,
              last_holds = ?, last_allowances = ?, last_differences = ?
            where scope = ? and step = ?
            """,
            ended.begunAt(),
            ended.at(),
            figures.accounts(),
            figures.postings(),
            figures.changes(),
            figures.holds(),
            figures.allowances(),
            figures.differences(),
            scope.code(),
            step)
        == 1;
  }

  Pass pass(AuditScope scope) throws SQLException {
    return db.find(
            """
            select begun_at, accounts, postings, changes, holds, allowances, differences,
              last_begun_at, last_ended_at, last_accounts, last_postings, last_changes,
              last_holds, last_allowances, last_differences
            from ledger.audit_pass
            where scope = ?
            """,
            AuditPassTables::pass,
            scope.code())
        .orElseThrow();
  }

  /** Whether it is this instance's to audit until then. */
  boolean lease(UUID holder, Instant now, Instant until) throws SQLException {
    return db.run(
            """
            update ledger.audit_lease
            set holder = ?, until = ?
            where holder is null or holder = ? or until <= ?
            """,
            holder,
            until,
            holder,
            now)
        == 1;
  }

  /** Writes a difference down, a new one only where there is room; whether it is news. */
  boolean see(Difference difference, boolean hasRoom, Instant now) throws SQLException {
    return db.find(
            """
            insert into ledger.audit_difference (subject, figure, expected, actual, found_at, seen_at)
            select d.subject, d.figure, d.expected, d.actual, d.at, d.at
            from (values (?::text, ?::text, ?::bigint, ?::bigint, ?::timestamptz, ?::boolean))
              d (subject, figure, expected, actual, at, has_room)
            where d.has_room
              or exists (select from ledger.audit_difference k where k.subject = d.subject and k.figure = d.figure)
            on conflict (subject, figure) do update
            set expected = excluded.expected, actual = excluded.actual, seen_at = excluded.seen_at, gone_at = null,
              found_at = case when audit_difference.gone_at is null then audit_difference.found_at else excluded.found_at end
            returning old.subject is null or old.gone_at is not null as fresh
            """,
            row -> row.getBoolean("fresh"),
            difference.subject(),
            difference.figure(),
            difference.expected(),
            difference.actual(),
            now,
            hasRoom)
        .orElse(false);
  }

  /** A whole pass that began then has not seen these any more. */
  int forget(Instant begunAt, Instant now) throws SQLException {
    return db.run(
        """
        update ledger.audit_difference
        set gone_at = ?
        where gone_at is null and seen_at < ?
        """,
        now,
        begunAt);
  }

  long open() throws SQLException {
    return db.find(
            """
            select count(*) as open
            from ledger.audit_difference
            where gone_at is null
            """,
            row -> row.getLong("open"))
        .orElseThrow();
  }

  List<Found> found(int limit) throws SQLException {
    return db.list(
        """
        select subject, figure, expected, actual, found_at, seen_at
        from ledger.audit_difference
        where gone_at is null
        order by found_at desc, subject, figure
        limit ?
        """,
        row ->
            new Found(
                AuditTables.difference(row),
                Db.instant(row, "found_at"),
                Db.instant(row, "seen_at")),
        limit);
  }

  private static Standing standing(ResultSet row) throws SQLException {
    Optional<Instant> begunAt = instant(row, "begun_at");
    return new Standing(
        row.getLong("step"),
        begunAt,
        begunAt.isEmpty()
            ? AuditPlace.before(Area.ACCOUNTS)
            : new AuditPlace(
                Area.valueOf(row.getString("area").toUpperCase(Locale.ROOT)),
                row.getLong("after_number"),
                row.getLong("after_sequence"),
                Db.uuid(row, "after_id")),
        figures(row));
  }

  private static Pass pass(ResultSet row) throws SQLException {
    AuditFigures soFar = figures(row);
    AuditFigures last =
        new AuditFigures(
            row.getLong("last_accounts"),
            row.getLong("last_postings"),
            row.getLong("last_changes"),
            row.getLong("last_holds"),
            row.getLong("last_allowances"),
            row.getLong("last_differences"));
    Optional<Instant> lastBegunAt = instant(row, "last_begun_at");
    Optional<Instant> lastEndedAt = instant(row, "last_ended_at");
    return new Pass(
        instant(row, "begun_at").map(at -> new Begun(at, soFar)),
        lastEndedAt.map(at -> new Ended(lastBegunAt.orElseThrow(), at, last)));
  }

  private static AuditFigures figures(ResultSet row) throws SQLException {
    return new AuditFigures(
        row.getLong("accounts"),
        row.getLong("postings"),
        row.getLong("changes"),
        row.getLong("holds"),
        row.getLong("allowances"),
        row.getLong("differences"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column) == null ? Optional.empty() : Optional.of(Db.instant(row, column));
  }
}
