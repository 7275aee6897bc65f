package dev.qiao.ledger;

import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements behind balances, statements and the trial balance. */
record ReportTables(Db db) {

  List<Balance> balances(Collection<AccountId> ids) throws SQLException {
    Map<AccountId, Balance> found =
        new AccountTables(db)
            .balances(ids).stream()
                .collect(Collectors.toMap(Balance::account, Function.identity()));
    return ids.stream()
        .map(id -> Optional.ofNullable(found.get(id)).orElseThrow(() -> missing(id)))
        .toList();
  }

  Balance balanceAt(AccountId id, Instant at) throws SQLException {
    return balanceAfter(id, sequenceAt(id, Micros.of(at)));
  }

  /**
   * How many changes an account had seen at this time. Its ledger time never runs backwards, so
   * halving finds the place: each step is a look-up by sequence, and then by id. An id is at most a
   * day ahead of ledger time, so later periods are left out.
   *
   * @param at microseconds
   */
  private long sequenceAt(AccountId id, long at) throws SQLException {
    UUID tooLate = Micros.firstIdAfter(at + Core.AHEAD_MAX);
    return db.find(
            """
            with recursive search (low, high) as (
              select 0::bigint, sequence
              from ledger.account
              where id = ?
              union all
              select
                case when m.at <= ? then m.middle else s.low end,
                case when m.at <= ? then s.high else m.middle - 1 end
              from search s
              cross join lateral (
                select h.middle, (
                    select p.at
                    from ledger.touch_by_account t
                    join ledger.command p on p.id = t.posting
                    where t.account = ? and t.sequence = h.middle and t.posting < ?
                    limit 1
                  ) as at
                from (select (s.low + s.high + 1) / 2 as middle) h
                offset 0 -- Looked up once, though it is used twice.
              ) m
              where s.low < s.high
            )
            select low
            from search
            where low >= high
            """,
            row -> row.getLong("low"),
            id.number(),
            Micros.instant(at),
            Micros.instant(at),
            id.number(),
            tooLate)
        .orElseThrow(() -> missing(id));
  }

  Balance balanceAfter(AccountId id, long sequence) throws SQLException {
    Unit unit = unitOf(id);
    if (sequence == 0) {
      return new Balance(id, unit, 0, 0, 0);
    }
    return db.find(
            """
            select posted, held
            from ledger.touch_by_account
            where account = ? and sequence = ?
            """,
            row -> new Balance(id, unit, row.getLong("posted"), row.getLong("held"), sequence),
            id.number(),
            sequence)
        .orElseThrow(
            () -> new IllegalArgumentException("No change " + sequence + " of " + id.number()));
  }

  List<Entry> statement(AccountId id, StatementPage page) throws SQLException {
    unitOf(id);
    long after = page.from().isPresent() ? sequenceAt(id, before(page.from().get())) : 0;
    long before =
        page.until().isPresent() ? sequenceAt(id, before(page.until().get())) + 1 : Long.MAX_VALUE;
    return switch (page.order()) {
      case LATEST_FIRST ->
          latestFirst(id, after, Math.min(before, page.beyond().orElse(before)), page.limit());
      case OLDEST_FIRST ->
          oldestFirst(id, Math.max(after, page.beyond().orElse(after)), before, page.limit());
    };
  }

  /** The last microsecond before a time. */
  private static long before(Instant time) {
    long micros = Micros.of(time);
    return Micros.instant(micros).equals(time) ? micros - 1 : micros;
  }

  private List<Entry> latestFirst(AccountId id, long after, long before, int limit)
      throws SQLException {
    return db.list(
        """
        select t.posting, p.at, p.kind, p.reference, p.channel, p.scene, t.counterparty, t.amount, t.held_amount,
          t.posted, t.held, t.sequence, a.unit, a.exponent
        from (
            select account, sequence, posting, counterparty, amount, held_amount, posted, held
            from ledger.touch_by_account
            where account = ? and sequence > ? and sequence < ?
            order by sequence desc
            limit ?
          ) t
        join ledger.command p on p.id = t.posting
        join ledger.account a on a.id = t.account
        order by t.sequence desc
        """,
        row -> entry(row, id),
        id.number(),
        after,
        before,
        limit);
  }

  private List<Entry> oldestFirst(AccountId id, long after, long before, int limit)
      throws SQLException {
    return db.list(
        """
        select t.posting, p.at, p.kind, p.reference, p.channel, p.scene, t.counterparty, t.amount, t.held_amount,
          t.posted, t.held, t.sequence, a.unit, a.exponent
        from (
            select account, sequence, posting, counterparty, amount, held_amount, posted, held
            from ledger.touch_by_account
            where account = ? and sequence > ? and sequence < ?
            order by sequence
            limit ?
          ) t
        join ledger.command p on p.id = t.posting
        join ledger.account a on a.id = t.account
        order by t.sequence
        """,
        row -> entry(row, id),
        id.number(),
        after,
        before,
        limit);
  }

  List<TrialRow> trialBalance() throws SQLException {
    return db.list(
        """
        select unit, exponent, kind, count(*) as accounts, sum(posted)::bigint as posted, sum(held)::bigint as held
        from ledger.account
        group by unit, exponent, kind
        order by unit, exponent, kind
        """,
        row ->
            new TrialRow(
                AccountTables.unit(row),
                row.getString("kind"),
                row.getLong("accounts"),
                row.getLong("posted"),
                row.getLong("held")));
  }

  private Unit unitOf(AccountId id) throws SQLException {
    return balances(List.of(id)).getFirst().unit();
  }

  private static Entry entry(ResultSet row, AccountId account) throws SQLException {
    Balance after = AccountTables.balance(row, account);
    long counterparty = row.getLong("counterparty");
    Optional<AccountId> other =
        row.wasNull() ? Optional.empty() : Optional.of(new AccountId(counterparty));
    return new Entry(
        new PostingId(Db.uuid(row, "posting")),
        Db.instant(row, "at"),
        row.getString("kind"),
        row.getString("reference"),
        other,
        Money.of(row.getLong("amount"), after.unit()),
        Money.of(row.getLong("held_amount"), after.unit()),
        after,
        Optional.ofNullable(Db.uuid(row, "channel")),
        Optional.ofNullable(row.getString("scene")));
  }

  private static IllegalArgumentException missing(AccountId id) {
    return new IllegalArgumentException("No such account: " + id.number());
  }
}
