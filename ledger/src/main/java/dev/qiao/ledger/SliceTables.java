package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements that recompute a few accounts: cheap enough to run all the time. */
record SliceTables(Db db) {
  private static final int CHANGES_MAX = 1_000;

  AuditSlice audit(long after, int accountsMax) throws SQLException {
    List<Long> ids =
        db.list(
            """
            select id
            from ledger.account
            where id > ?
            order by id
            limit ?
            """,
            row -> row.getLong("id"),
            after,
            accountsMax);
    long[] slice = ids.stream().mapToLong(Long::longValue).toArray();
    List<Difference> differences = new ArrayList<>(latest(slice));
    differences.addAll(chains(slice));
    return new AuditSlice(
        slice.length,
        slice.length < accountsMax ? Optional.empty() : Optional.of(new AccountId(ids.getLast())),
        differences);
  }

  private List<Difference> latest(long... slice) throws SQLException {
    return db.list(
        """
        select 'account ' || a.id || ' (' || a.reference || ')' as subject, f.figure, f.expected, f.actual
        from ledger.account a
        left join lateral (
          select sequence, posted, held
          from ledger.touch
          where account = a.id
          order by sequence desc
          limit 1
        ) t on true
        cross join lateral (
          values
            ('posted', coalesce(t.posted, 0), a.posted),
            ('held', coalesce(t.held, 0), a.held),
            ('sequence', coalesce(t.sequence, 0), a.sequence)
        ) f (figure, expected, actual)
        where a.id = any(?) and f.expected <> f.actual
        order by a.id, f.figure
        """,
        AuditTables::difference,
        (Object) slice);
  }

  private List<Difference> chains(long... slice) throws SQLException {
    return db.list(
        """
        with chained as (
          select a.id, t.sequence, t.posted, t.held, t.amount, t.held_amount,
            lag(t.sequence) over earlier as sequence_before,
            lag(t.posted) over earlier as posted_before,
            lag(t.held) over earlier as held_before
          from ledger.account a
          cross join lateral (
            select sequence, posted, held, amount, held_amount
            from ledger.touch
            where account = a.id
            order by sequence desc
            limit ?
          ) t
          where a.id = any(?)
          window earlier as (partition by a.id order by t.sequence)
        )
        select 'account ' || c.id || ' after change ' || c.sequence as subject, f.figure, f.expected, f.actual
        from chained c
        cross join lateral (
          values
            ('posted', coalesce(c.posted_before, case c.sequence when 1 then 0 else c.posted - c.amount end) + c.amount, c.posted),
            ('held', coalesce(c.held_before, case c.sequence when 1 then 0 else c.held - c.held_amount end) + c.held_amount, c.held),
            ('sequence', coalesce(c.sequence_before + 1, c.sequence), c.sequence)
        ) f (figure, expected, actual)
        where f.expected <> f.actual
        order by c.id, c.sequence, f.figure
        """,
        AuditTables::difference,
        CHANGES_MAX,
        slice);
  }
}
