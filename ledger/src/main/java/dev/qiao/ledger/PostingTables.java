package dev.qiao.ledger;

import dev.qiao.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The statements that write postings and decide from them. */
record PostingTables(Db db) {

  Optional<Stored> find(PostingId id) throws SQLException {
    return find(List.of(id)).stream().findFirst();
  }

  List<Stored> find(Collection<PostingId> ids) throws SQLException {
    return db.list(
        """
        select id, digest, at, refusal
        from ledger.command
        where id = any(?)
        """,
        row ->
            new Stored(
                new PostingId(Db.uuid(row, "id")),
                row.getBytes("digest"),
                Db.instant(row, "at"),
                Optional.ofNullable(row.getString("refusal")).map(Refusal::ofCode)),
        (Object) ids.stream().map(PostingId::value).toArray(UUID[]::new));
  }

  /** The first answer, rebuilt from what was stored. */
  PostResult again(Stored stored) throws SQLException {
    return stored.refusal().isPresent()
        ? new PostResult.Refused(stored.id(), stored.refusal().get())
        : new PostResult.Posted(stored.id(), stored.at(), balancesAfter(stored.id()));
  }

  /**
   * The balances after a posting, each account's last, in the order in which they were first
   * touched.
   */
  List<Balance> balancesAfter(PostingId id) throws SQLException {
    return db.list(
        """
        with touched as (
          select t.account, t.sequence, t.posted, t.held, t.number, t.amount < 0 as debited
          from ledger.touch t
          where t.posting = ?
        ), first_touched as (
          select account, row_number() over (order by min((number, not debited))) as place
          from touched
          group by account
        )
        select distinct on (f.place) t.account, a.unit, a.exponent, t.posted, t.held, t.sequence
        from touched t
        join first_touched f on f.account = t.account
        join ledger.account a on a.id = t.account
        order by f.place, t.sequence desc
        """,
        row -> AccountTables.balance(row, new AccountId(row.getLong("account"))),
        id.value());
  }

  /** The accounts that a posting's legs touch, in every case in which it can be reversed. */
  List<AccountId> accountsOf(PostingId id) throws SQLException {
    return legs(id).stream().flatMap(leg -> Stream.of(leg.debit(), leg.credit())).toList();
  }

  /** A stored command without its steps. */
  private record Head(
      String verb,
      boolean refused,
      long reversed,
      Optional<UUID> channel,
      Optional<String> scene,
      HoldId hold,
      long ofHold) {}

  /**
   * Its row comes first: each statement sees what is committed when it begins, and whoever sees the
   * row sees its legs then.
   */
  Optional<PastPosting> past(PostingId id) throws SQLException {
    Optional<Head> found =
        db.find(
            """
            select p.verb, p.refusal, p.channel, p.scene, p.hold, h.amount, (
                select coalesce(sum(m.amount), 0)
                from ledger.command r
                join ledger.move m on m.posting = r.id
                where r.reverses = p.id
              ) as reversed
            from ledger.command p
            left join ledger.hold h on h.id = p.hold
            where p.id = ?
            """,
            PostingTables::head,
            id.value());
    return found.isPresent() ? Optional.of(past(id, found.get())) : Optional.empty();
  }

  private PastPosting past(PostingId id, Head head) throws SQLException {
    boolean reversal = head.verb().equals(Verb.REVERSE.code());
    List<Leg> legs = reversal ? List.of() : legs(id);
    boolean captured = head.verb().equals(Verb.CAPTURE.code());
    return new PastPosting(
        reversal,
        head.refused(),
        legs,
        head.reversed(),
        head.channel(),
        head.scene(),
        captured ? Optional.of(head.hold()) : Optional.empty(),
        legs.isEmpty() ? List.of() : used(id, captured ? head.hold() : null),
        captured ? head.ofHold() : PastPosting.sum(legs));
  }

  /** What a posting that moved something took, or the hold that it was captured from. */
  private List<Used> used(PostingId id, HoldId hold) throws SQLException {
    AllowanceTables allowances = new AllowanceTables(db);
    return hold == null
        ? allowances.usedBy(id)
        : allowances.usedBy(List.of(hold)).getOrDefault(hold, List.of());
  }

  private static Head head(ResultSet row) throws SQLException {
    UUID hold = Db.uuid(row, "hold");
    return new Head(
        row.getString("verb"),
        row.getString("refusal") != null,
        row.getLong("reversed"),
        Optional.ofNullable(Db.uuid(row, "channel")),
        Optional.ofNullable(row.getString("scene")),
        hold == null ? null : new HoldId(hold),
        row.getLong("amount"));
  }

  private List<Leg> legs(PostingId id) throws SQLException {
    return db.list(
        """
        select m.debit, m.credit, m.amount, a.unit, a.exponent
        from ledger.move m
        join ledger.account a on a.id = m.debit
        where m.posting = ?
        order by m.number
        """,
        row ->
            new Leg(
                new AccountId(row.getLong("debit")),
                new AccountId(row.getLong("credit")),
                Money.of(row.getLong("amount"), AccountTables.unit(row))),
        id.value());
  }
}
