package dev.qiao.ledger;

import dev.qiao.money.Money;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The statements that write postings and decide from them. */
record PostingTables(Db db) {

  /** What was stored for an id: enough to answer it again. */
  record Stored(PostingId id, byte[] digest, Instant at, Optional<Refusal> refusal) {
    boolean isOf(byte[] other) {
      return Arrays.equals(digest, other);
    }
  }

  Optional<Stored> find(PostingId id) throws SQLException {
    return db.find(
        """
        select digest, at, refusal
        from ledger.posting
        where id = ?
        """,
        row ->
            new Stored(
                id,
                row.getBytes("digest"),
                Db.instant(row, "at"),
                Optional.ofNullable(row.getString("refusal")).map(Refusal::ofCode)),
        id.value());
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

  Optional<PastPosting> past(PostingId id) throws SQLException {
    Optional<PastPosting> header =
        db.find(
            """
            select p.verb, p.refusal, p.channel, p.scene, (
                select coalesce(sum(l.amount), 0)
                from ledger.posting r
                join ledger.leg l on l.posting = r.id
                where r.reverses = p.id
              ) as reversed
            from ledger.posting p
            where p.id = ?
            """,
            row ->
                new PastPosting(
                    row.getString("verb").equals(Verb.REVERSE.code()),
                    row.getString("refusal") != null,
                    List.of(),
                    row.getLong("reversed"),
                    Optional.ofNullable(Db.uuid(row, "channel")),
                    Optional.ofNullable(row.getString("scene"))),
            id.value());
    // In this order: whoever sees the header sees its legs.
    return header.isPresent() ? Optional.of(header.get().with(legs(id))) : Optional.empty();
  }

  private List<Leg> legs(PostingId id) throws SQLException {
    return db.list(
        """
        select l.debit, l.credit, l.amount, a.unit, a.exponent
        from ledger.leg l
        join ledger.account a on a.id = l.debit
        where l.posting = ?
        order by l.number
        """,
        row ->
            new Leg(
                new AccountId(row.getLong("debit")),
                new AccountId(row.getLong("credit")),
                Money.of(row.getLong("amount"), AccountTables.unit(row))),
        id.value());
  }

  /** Says whether it did: the same id may have been stored meanwhile. */
  boolean insert(Header header, byte[] digest, Instant at, Optional<Refusal> refusal)
      throws SQLException {
    int inserted =
        db.run(
            """
            insert into ledger.posting
              (id, at, digest, hold, reverses, channel, verb, refusal, kind, reference, scene, attributes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, jsonb_object(?::text[]))
            on conflict (id) do nothing
            """,
            header.id().value(),
            at,
            digest,
            header.hold().map(HoldId::value).orElse(null),
            header.of().map(PostingId::value).orElse(null),
            header.channel().orElse(null),
            header.verb().code(),
            refusal.map(Refusal::code).orElse(null),
            header.kind(),
            header.reference(),
            header.scene().orElse(null),
            attributes(header));
    return inserted == 1;
  }

  void insert(PostingId id, List<Step> steps) throws SQLException {
    List<Object[]> legs = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Moved moved -> legs.add(leg(id, legs.size() + 1, moved));
        case Step.HeldBy held -> insert(id, held);
      }
    }
    db.runAll(
        """
        insert into ledger.leg
          (posting, number, hold, amount, debit, debit_sequence, debit_posted, debit_held,
            credit, credit_sequence, credit_posted, credit_held)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        legs);
  }

  private static Object[] leg(PostingId id, int number, Step.Moved moved) {
    AccountState debit = moved.debit();
    AccountState credit = moved.credit();
    return new Object[] {
      id.value(),
      number,
      moved.hold().map(HoldId::value).orElse(null),
      moved.amount(),
      debit.id().number(),
      debit.sequence(),
      debit.posted(),
      debit.held(),
      credit.id().number(),
      credit.sequence(),
      credit.posted(),
      credit.held()
    };
  }

  private void insert(PostingId id, Step.HeldBy step) throws SQLException {
    AccountState account = step.account();
    db.run(
        """
        insert into ledger.hold_change (posting, hold, account, amount, sequence, posted, held)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        id.value(),
        step.hold().value(),
        account.id().number(),
        step.change(),
        account.sequence(),
        account.posted(),
        account.held());
  }

  /** Keys and values by turns, as jsonb_object takes them; null for none. */
  private static String[] attributes(Header header) {
    List<String> texts = new ArrayList<>();
    header
        .attributes()
        .forEach(
            (key, value) -> {
              texts.add(key);
              texts.add(value);
            });
    return texts.isEmpty() ? null : texts.toArray(String[]::new);
  }
}
