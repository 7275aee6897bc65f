package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The statements that recompute allowances. */
record AuditAllowanceTables(Db db) {

  List<Long> next(long after, int allowancesMax) throws SQLException {
    return db.list(
        """
        select id
        from ledger.allowance
        where id > ?
        order by id
        limit ?
        """,
        row -> row.getLong("id"),
        after,
        allowancesMax);
  }

  /** The allowances that these commands used, the first id not included. */
  List<Long> touched(UUID after, UUID upTo) throws SQLException {
    return db.list(
        """
        select distinct allowance
        from ledger.use_of_allowance
        where posting > ? and posting <= ?
        """,
        row -> row.getLong("allowance"),
        after,
        upTo);
  }

  /** What an allowance counts in its open window is the sum of what was used in it. */
  List<Difference> differences(List<Long> ids) throws SQLException {
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
          where a.id = any(?)
        )
        select 'allowance ' || c.id || ' (' || c.reference || ')' as subject, 'used' as figure,
          r.used as expected, c.used as actual
        from counted c
        cross join lateral (
          select coalesce(sum(u.amount), 0) as used
          from ledger.use_of_allowance u
          where u.allowance = c.id and u.window_start = c.window_start
        ) r
        where c.used <> r.used
        order by c.id, c.window_start
        """,
        AuditTables::difference,
        (Object) ids.stream().mapToLong(Long::longValue).toArray());
  }
}
