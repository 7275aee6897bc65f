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
    Unit unit = unitOf(id);
    Optional<Balance> last =
        db.find(
            """
            select t.posted, t.held, t.sequence, a.unit, a.exponent
            from ledger.touch t
            join ledger.command p on p.id = t.posting
            join ledger.account a on a.id = t.account
            where t.account = ? and p.at <= ?
            order by t.sequence desc
            limit 1
            """,
            row -> AccountTables.balance(row, id),
            id.number(),
            at);
    return last.orElseGet(() -> new Balance(id, unit, 0, 0, 0));
  }

  Balance balanceAfter(AccountId id, long sequence) throws SQLException {
    Unit unit = unitOf(id);
    if (sequence == 0) {
      return new Balance(id, unit, 0, 0, 0);
    }
    return db.find(
            """
            select posted, held
            from ledger.touch
            where account = ? and sequence = ?
            """,
            row -> new Balance(id, unit, row.getLong("posted"), row.getLong("held"), sequence),
            id.number(),
            sequence)
        .orElseThrow(
            () -> new IllegalArgumentException("No change " + sequence + " of " + id.number()));
  }

  List<Entry> statement(AccountId id, long beforeSequence, int limit) throws SQLException {
    unitOf(id);
    return db.list(
        """
        select t.posting, p.at, p.kind, p.reference, p.channel, p.scene, t.counterparty, t.amount, t.held_amount,
          t.posted, t.held, t.sequence, a.unit, a.exponent
        from (
            select account, sequence, posting, counterparty, amount, held_amount, posted, held
            from ledger.touch
            where account = ? and sequence < ?
            order by sequence desc
            limit ?
          ) t
        join ledger.command p on p.id = t.posting
        join ledger.account a on a.id = t.account
        order by t.sequence desc
        """,
        row -> entry(row, id),
        id.number(),
        beforeSequence,
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
