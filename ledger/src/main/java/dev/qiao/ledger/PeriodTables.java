package dev.qiao.ledger;

import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** The statements on the periods that commands are kept in, by the time of their ids. */
record PeriodTables(Db db) {

  /**
   * Makes room for ids.
   *
   * @return microseconds: the time from which on ids are taken; older ones were put aside
   */
  long makeRoom(Collection<PostingId> ids) throws SQLException {
    return db.find(
            """
            select max(ledger.make_room(id)::text)::uuid as since
            from unnest(?::uuid[]) i (id)
            """,
            row -> Micros.ofId(Db.uuid(row, "since")),
            (Object) ids.stream().map(PostingId::value).toArray(UUID[]::new))
        .orElseThrow();
  }

  /** The time from which on ids are taken, in microseconds. */
  long since() throws SQLException {
    return db.find(
            """
            select end_id
            from ledger.period
            where archived
            order by end_id desc
            limit 1
            """,
            row -> Micros.ofId(Db.uuid(row, "end_id")))
        .orElse(0L);
  }
}
