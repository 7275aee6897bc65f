package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The statements that look at stored commands one by one, and at what has lost its command: no
 * foreign key does. Always those after one id, up to another, said of every table that is joined:
 * else a slice of a large ledger reads all of it. What is all right, which is nearly everything, is
 * left out before its figures are made: making them costs more than all the joins. Commands are
 * looked up and not joined: of a range that was never analyzed the planner expects few, and
 * compares all with all.
 */
record AuditPostingTables(Db db) {

  /** Some commands that follow each other: how many, and the last one's id. */
  record Following(int count, UUID last) {}

  /** Empty when none follows. */
  Optional<Following> following(UUID after, int postingsMax) throws SQLException {
    return db.find(
        """
        select id, number
        from (
          select id, row_number() over (order by id) as number
          from ledger.command
          where id > ?
          order by id
          limit ?
        ) following
        order by id desc
        limit 1
        """,
        row -> new Following(row.getInt("number"), Db.uuid(row, "id")),
        after,
        postingsMax);
  }

  /**
   * The last id of all, also of rows that have no command; empty when there is none. Of all moves
   * the database would find the last only by reading them; a first leg lies in its command.
   */
  Optional<UUID> last() throws SQLException {
    return db.find(
        """
        select id
        from (
          (select id from ledger.command order by id desc limit 1)
          union all
          (select posting from ledger.leg order by posting desc limit 1)
          union all
          (select posting from ledger.change_of_hold order by posting desc limit 1)
        ) of_all
        order by id desc
        limit 1
        """,
        row -> Db.uuid(row, "id"));
  }

  /** The last of so many, or of those that are left up to an id: empty when none is. */
  Optional<UUID> end(UUID after, UUID upTo, int postings) throws SQLException {
    return db.find(
        """
        select id
        from (
          select id
          from ledger.command
          where id > ? and id <= ?
          order by id
          limit ?
        ) following
        order by id desc
        limit 1
        """,
        row -> Db.uuid(row, "id"),
        after,
        upTo,
        postings);
  }

  /** The latest ids, the latest first, none before the first one, and none from the end on. */
  List<UUID> latest(UUID first, UUID end, int postingsMax) throws SQLException {
    return db.list(
        """
        select id
        from ledger.command
        where id >= ? and id < ?
        order by id desc
        limit ?
        """,
        row -> Db.uuid(row, "id"),
        first,
        end,
        postingsMax);
  }

  /** Some of the accounts that these commands touched. */
  List<Long> accounts(UUID after, UUID upTo, int accountsMax) throws SQLException {
    return db.list(
        """
        select distinct account
        from ledger.touch
        where posting > ? and posting <= ?
        limit ?
        """,
        row -> row.getLong("account"),
        after,
        upTo,
        accountsMax);
  }

  List<Difference> differences(UUID after, UUID upTo) throws SQLException {
    List<Difference> differences = new ArrayList<>(commands(after, upTo));
    differences.addAll(legs(after, upTo));
    differences.addAll(holdChanges(after, upTo));
    differences.addAll(uses(after, upTo));
    differences.addAll(reversals(after, upTo));
    return differences;
  }

  /**
   * All reversals of a posting that one of these reverses take back at most what it has moved, from
   * where to where. Each is looked up by its index, whatever the planner expects.
   */
  private List<Difference> reversals(UUID after, UUID upTo) throws SQLException {
    return db.list(
        """
        with reversed as (
          select distinct reverses as id
          from ledger.command
          where id > ? and id <= ? and reverses is not null and refusal is null
        ), back as (
          select r.id, m.debit, m.credit, sum(m.amount) as amount
          from reversed r
          cross join lateral (
            select p.id from ledger.command p where p.reverses = r.id and p.refusal is null offset 0
          ) p
          cross join lateral (
            select m.debit, m.credit, m.amount from ledger.move m where m.posting = p.id offset 0
          ) m
          group by r.id, m.debit, m.credit
        )
        select 'posting ' || b.id as subject, 'reversed from ' || b.debit || ' to ' || b.credit as figure,
          o.amount as expected, b.amount as actual
        from back b
        cross join lateral (
          select coalesce(sum(m.amount), 0) as amount
          from ledger.move m
          where m.posting = b.id and m.debit = b.credit and m.credit = b.debit
        ) o
        where b.amount > o.amount
        order by b.id, b.debit, b.credit
        """,
        AuditTables::difference,
        after,
        upTo);
  }

  /**
   * A refused command has changed nothing; one that was done has, and what it is about is there.
   */
  private List<Difference> commands(UUID after, UUID upTo) throws SQLException {
    return db.list(
        """
        select 'posting ' || p.id as subject, f.figure, f.expected, f.actual
        from ledger.command p
        cross join lateral (
          values
            ('changes', (p.refusal is null)::int,
              (p.debit is not null
                or exists (select from ledger.move m where m.posting = p.id and m.posting > ? and m.posting <= ?)
                or exists (select from ledger.change_of_hold x
                  where x.posting = p.id and x.posting > ? and x.posting <= ?))::int),
            ('hold ' || p.hold, 1,
              (p.hold is null or p.refusal is not null
                or exists (select from ledger.hold h where h.id = p.hold))::int),
            ('reversed posting ' || p.reverses, 1,
              (p.reverses is null or p.refusal is not null
                or exists (select from ledger.command r where r.id = p.reverses))::int)
        ) f (figure, expected, actual)
        where p.id > ? and p.id <= ? and f.expected <> f.actual
          and (p.debit is not null and p.refusal is null and p.hold is null and p.reverses is null) is not true
        order by p.id, f.figure
        """,
        AuditTables::difference,
        after,
        upTo,
        after,
        upTo,
        after,
        upTo);
  }

  /**
   * A leg has a command that was done, accounts of one unit, and captures from a hold of the
   * debited.
   */
  private List<Difference> legs(UUID after, UUID upTo) throws SQLException {
    return db.list(
        """
        select 'leg ' || m.number || ' of posting ' || m.posting as subject, f.figure, f.expected, f.actual
        from ledger.move m
        left join ledger.account d on d.id = m.debit
        left join ledger.account c on c.id = m.credit
        left join ledger.hold h on h.id = m.hold
        cross join lateral (
          select exists (
            select from ledger.command p
            where p.id = m.posting and p.refusal is null and p.id > ? and p.id <= ?) as is_done
        ) p
        cross join lateral (
          values
            ('posting', 1, p.is_done::int),
            ('account ' || m.debit, 1, (d.id is not null)::int),
            ('account ' || m.credit, 1, (c.id is not null)::int),
            ('units of accounts ' || m.debit || ' and ' || m.credit, 1,
              case when (d.unit, d.exponent) <> (c.unit, c.exponent) then 2 else 1 end),
            ('hold ' || m.hold, 1, (h.id is not null or m.hold is null)::int),
            ('account of hold ' || m.hold, h.account, m.debit)
        ) f (figure, expected, actual)
        where m.posting > ? and m.posting <= ? and f.expected <> f.actual
          and (p.is_done and d.unit = c.unit and d.exponent = c.exponent
            and (m.hold is null or h.account = m.debit)) is not true
        order by m.posting, m.number, f.figure
        """,
        AuditTables::difference,
        after,
        upTo,
        after,
        upTo);
  }

  private List<Difference> holdChanges(UUID after, UUID upTo) throws SQLException {
    return db.list(
        """
        select 'change of hold ' || x.hold || ' by posting ' || x.posting as subject, f.figure, f.expected, f.actual
        from ledger.change_of_hold x
        left join ledger.account a on a.id = x.account
        left join ledger.hold h on h.id = x.hold
        cross join lateral (
          select exists (
            select from ledger.command p
            where p.id = x.posting and p.refusal is null and p.id > ? and p.id <= ?) as is_done
        ) p
        cross join lateral (
          values
            ('posting', 1, p.is_done::int),
            ('account ' || x.account, 1, (a.id is not null)::int),
            ('hold', 1, (h.id is not null)::int),
            ('account of hold', h.account, x.account)
        ) f (figure, expected, actual)
        where x.posting > ? and x.posting <= ? and f.expected <> f.actual
          and (p.is_done and a.id is not null and h.account = x.account) is not true
        order by x.posting, f.figure
        """,
        AuditTables::difference,
        after,
        upTo,
        after,
        upTo);
  }

  private List<Difference> uses(UUID after, UUID upTo) throws SQLException {
    return db.list(
        """
        select 'use ' || u.number || ' of allowance ' || u.allowance || ' by posting ' || u.posting as subject,
          f.figure, f.expected, f.actual
        from ledger.use_of_allowance u
        left join ledger.allowance a on a.id = u.allowance
        left join ledger.hold h on h.id = u.hold
        cross join lateral (
          select exists (
            select from ledger.command p
            where p.id = u.posting and p.refusal is null and p.id > ? and p.id <= ?) as is_done
        ) p
        cross join lateral (
          values
            ('posting', 1, p.is_done::int),
            ('allowance', 1, (a.id is not null)::int),
            ('hold ' || u.hold, 1, (h.id is not null or u.hold is null)::int)
        ) f (figure, expected, actual)
        where u.posting > ? and u.posting <= ? and f.expected <> f.actual
          and (p.is_done and a.id is not null and (u.hold is null or h.id is not null)) is not true
        order by u.posting, u.number, f.figure
        """,
        AuditTables::difference,
        after,
        upTo,
        after,
        upTo);
  }
}
