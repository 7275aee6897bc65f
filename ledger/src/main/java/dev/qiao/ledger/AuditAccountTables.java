package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import java.sql.SQLException;
import java.util.List;

/** The statements that compare accounts with the history of their state and limits. */
record AuditAccountTables(Db db) {

  List<Long> next(long after, int accountsMax) throws SQLException {
    return db.list(
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
  }

  /**
   * An account is frozen, closed and limited as its last change has left it; one that was never
   * changed is neither frozen nor closed. What limits it was opened with is not recorded.
   */
  List<Difference> differences(long... accounts) throws SQLException {
    return db.list(
        """
        select 'account ' || a.id || ' (' || a.reference || ')' as subject, f.figure, f.expected, f.actual
        from ledger.account a
        left join lateral (
          select id, floor, ceiling, frozen_debit, frozen_credit, closed
          from ledger.account_change
          where account = a.id and refusal is null
          order by version desc, id desc
          limit 1
        ) c on true
        cross join lateral (
          values
            ('frozen for debit', coalesce(c.frozen_debit, false)::int::bigint, a.frozen_debit::int::bigint),
            ('frozen for credit', coalesce(c.frozen_credit, false)::int, a.frozen_credit::int),
            ('closed', coalesce(c.closed, false)::int, a.closed::int),
            ('floor, or the least there is', coalesce(case when c.id is null then a.floor else c.floor end, -9007199254740991),
              coalesce(a.floor, -9007199254740991)),
            ('ceiling, or the most there is', coalesce(case when c.id is null then a.ceiling else c.ceiling end, 9007199254740991),
              coalesce(a.ceiling, 9007199254740991))
        ) f (figure, expected, actual)
        where a.id = any(?) and f.expected <> f.actual
          and (c.id is null and not a.frozen_debit and not a.frozen_credit and not a.closed) is not true
        order by a.id, f.figure
        """,
        AuditTables::difference,
        accounts);
  }
}
