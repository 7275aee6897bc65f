package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements that recompute what is stored. */
record AuditTables(Db db) {

  AuditReport audit() throws SQLException {
    List<Difference> differences = new ArrayList<>();
    differences.addAll(accounts());
    differences.addAll(holds());
    differences.addAll(chains());
    differences.addAll(units());
    differences.addAll(postings());
    differences.addAll(allowances());
    differences.addAll(legs());
    return new AuditReport(
        count("select count(*) from ledger.account"),
        count("select count(*) from ledger.command"),
        differences);
  }

  /** Each balance is the sum of what touched the account, each sequence its count. */
  private List<Difference> accounts() throws SQLException {
    return db.list(
        """
        with recomputed as (
          select account, sum(amount) as posted, sum(held_amount) as held, count(*) as sequence
          from ledger.touch
          group by account
        )
        select 'account ' || a.id || ' (' || a.reference || ')' as subject, f.figure, f.expected, f.actual
        from ledger.account a
        left join recomputed r on r.account = a.id
        cross join lateral (
          values
            ('posted', coalesce(r.posted, 0), a.posted),
            ('held', coalesce(r.held, 0), a.held),
            ('sequence', coalesce(r.sequence, 0), a.sequence)
        ) f (figure, expected, actual)
        where f.expected <> f.actual
        order by a.id, f.figure
        """,
        AuditTables::difference);
  }

  /** Each hold is the sum of its changes and captures. */
  private List<Difference> holds() throws SQLException {
    return db.list(
        """
        with changed as (
          select c.hold,
            coalesce(sum(c.amount) filter (where c.amount > 0), 0) as amount,
            coalesce(-sum(c.amount) filter (where c.amount < 0), 0) as released
          from ledger.change_of_hold c
          group by c.hold
        ), captured as (
          select hold, sum(amount) as captured
          from ledger.move
          where hold is not null
          group by hold
        )
        select 'hold ' || h.id as subject, f.figure, f.expected, f.actual
        from ledger.hold h
        left join changed c on c.hold = h.id
        left join captured k on k.hold = h.id
        cross join lateral (
          values
            ('amount', coalesce(c.amount, 0), h.amount),
            ('captured', coalesce(k.captured, 0), h.captured),
            ('released', coalesce(c.released, 0), h.released)
        ) f (figure, expected, actual)
        where f.expected <> f.actual
        order by h.id, f.figure
        """,
        AuditTables::difference);
  }

  /** Each balance after a change is the one before it plus the change. */
  private List<Difference> chains() throws SQLException {
    return db.list(
        """
        with chained as (
          select account, sequence, posted, held,
            sum(amount) over running as posted_expected,
            sum(held_amount) over running as held_expected,
            row_number() over running as sequence_expected
          from ledger.touch
          window running as (partition by account order by sequence)
        )
        select 'account ' || c.account || ' after change ' || c.sequence as subject, f.figure, f.expected, f.actual
        from chained c
        cross join lateral (
          values
            ('posted', c.posted_expected, c.posted),
            ('held', c.held_expected, c.held),
            ('sequence', c.sequence_expected, c.sequence)
        ) f (figure, expected, actual)
        where f.expected <> f.actual
        order by c.account, c.sequence, f.figure
        """,
        AuditTables::difference);
  }

  /** All balances of a unit add up to zero. */
  private List<Difference> units() throws SQLException {
    return db.list(
        """
        select 'unit ' || unit as subject, 'sum of posted' as figure, 0 as expected, sum(posted) as actual
        from ledger.account
        group by unit, exponent
        having sum(posted) <> 0
        order by unit
        """,
        AuditTables::difference);
  }

  /** A refused command has moved nothing; one that was done has done something. */
  private List<Difference> postings() throws SQLException {
    return db.list(
        """
        select 'posting ' || p.id as subject, 'changes' as figure,
          (p.refusal is null)::int as expected, (t.posting is not null)::int as actual
        from ledger.command p
        left join (select distinct posting from ledger.touch) t on t.posting = p.id
        where (p.refusal is null) <> (t.posting is not null)
        order by p.id
        """,
        AuditTables::difference);
  }

  /** What an allowance counts in its open window is the sum of what was used in it. */
  private List<Difference> allowances() throws SQLException {
    return db.list(
        """
        with counted as (
          select a.id, a.reference, w.window_start, w.used
          from ledger.allowance a
          cross join lateral (
            select
              case when a.window_end = 0 then 0
                else a.window_start - (s.place - 1) * (a.window_end - a.window_start) end as window_start,
              s.used
            from unnest(a.slots) with ordinality s (used, place)
          ) w
        ), recomputed as (
          select allowance, window_start, sum(amount) as used
          from ledger.use_of_allowance
          group by allowance, window_start
        )
        select 'allowance ' || c.id || ' (' || c.reference || ')' as subject, 'used' as figure,
          coalesce(r.used, 0) as expected, c.used as actual
        from counted c
        left join recomputed r on r.allowance = c.id and r.window_start = c.window_start
        where c.used <> coalesce(r.used, 0)
        order by c.id, c.window_start
        """,
        AuditTables::difference);
  }

  /** Every leg is between accounts that there are. */
  private List<Difference> legs() throws SQLException {
    return db.list(
        """
        select 'posting ' || m.posting as subject, 'accounts of leg ' || m.number as figure, 2 as expected,
          (d.id is not null)::int + (c.id is not null)::int as actual
        from ledger.move m
        left join ledger.account d on d.id = m.debit
        left join ledger.account c on c.id = m.credit
        where d.id is null or c.id is null
        order by m.posting, m.number
        """,
        AuditTables::difference);
  }

  private long count(String sql) throws SQLException {
    return db.find(sql, row -> row.getLong(1)).orElseThrow();
  }

  static Difference difference(ResultSet row) throws SQLException {
    return new Difference(
        row.getString("subject"),
        row.getString("figure"),
        row.getLong("expected"),
        row.getLong("actual"));
  }
}
