package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The statements that recompute holds. */
record AuditHoldTables(Db db) {

  List<UUID> next(UUID after, int holdsMax) throws SQLException {
    return db.list(
        """
        select id
        from ledger.hold
        where id > ?
        order by id
        limit ?
        """,
        row -> Db.uuid(row, "id"),
        after,
        holdsMax);
  }

  /** The holds that these commands were about, the first id not included. */
  List<UUID> touched(UUID after, UUID upTo) throws SQLException {
    return db.list(
        """
        select distinct h.id
        from ledger.command p
        join ledger.hold h on h.id = p.hold
        where p.id > ? and p.id <= ?
        """,
        row -> Db.uuid(row, "id"),
        after,
        upTo);
  }

  /** Each hold is the sum of its changes and captures. */
  List<Difference> differences(List<UUID> ids) throws SQLException {
    UUID[] holds = ids.toArray(UUID[]::new);
    return db.list(
        """
        with changed as (
          select hold,
            coalesce(sum(amount) filter (where amount > 0), 0) as amount,
            coalesce(-sum(amount) filter (where amount < 0), 0) as released
          from ledger.change_of_hold
          where hold = any(?)
          group by hold
        ), captured as (
          select hold, sum(amount) as captured
          from ledger.move
          where hold = any(?)
          group by hold
        )
        select 'hold ' || h.id || ' of account ' || h.account as subject, f.figure, f.expected, f.actual
        from ledger.hold h
        left join changed c on c.hold = h.id
        left join captured k on k.hold = h.id
        cross join lateral (
          values
            ('amount', coalesce(c.amount, 0), h.amount),
            ('captured', coalesce(k.captured, 0), h.captured),
            ('released', coalesce(c.released, 0), h.released)
        ) f (figure, expected, actual)
        where h.id = any(?) and f.expected <> f.actual
        order by h.id, f.figure
        """,
        AuditTables::difference,
        holds,
        holds,
        holds);
  }

  /** What each account holds is what its holds still set aside. Reads all holds. */
  List<Difference> accounts() throws SQLException {
    return db.list(
        """
        with aside as (
          select account, sum(amount - captured - released) as held
          from ledger.hold
          where ended is null
          group by account
        )
        select 'account ' || a.id || ' (' || a.reference || ')' as subject, 'held by its holds' as figure,
          coalesce(s.held, 0) as expected, a.held as actual
        from ledger.account a
        left join aside s on s.account = a.id
        where a.held <> coalesce(s.held, 0)
        order by a.id
        """,
        AuditTables::difference);
  }
}
