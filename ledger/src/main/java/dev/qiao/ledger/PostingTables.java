package dev.qiao.ledger;

import dev.qiao.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The statements that write postings and decide from them. */
record PostingTables(Db db) {

  /** What was stored for an id: enough to answer it again. */
  record Stored(PostingId id, byte[] digest, Instant at, Optional<Refusal> refusal) {
    boolean isOf(byte[] other) {
      return Arrays.equals(digest, other);
    }
  }

  Optional<Stored> find(PostingId id) throws SQLException {
    return find(id.value()).stream().findFirst();
  }

  List<Stored> find(UUID... ids) throws SQLException {
    return db.list(
        """
        select id, digest, at, refusal
        from ledger.posting
        where id = any(?)
        """,
        row ->
            new Stored(
                new PostingId(Db.uuid(row, "id")),
                row.getBytes("digest"),
                Db.instant(row, "at"),
                Optional.ofNullable(row.getString("refusal")).map(Refusal::ofCode)),
        (Object) ids);
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

  Optional<PastPosting> past(PostingId id) throws SQLException {
    List<Leg> legs = legs(id);
    List<Used> used = new AllowanceTables(db).usedBy(id);
    return db.find(
        """
        select p.verb, p.refusal, p.channel, p.scene, p.hold, h.amount, (
            select coalesce(sum(m.amount), 0)
            from ledger.posting r
            join ledger.move m on m.posting = r.id
            where r.reverses = p.id
          ) as reversed
        from ledger.posting p
        left join ledger.hold h on h.id = p.hold
        where p.id = ?
        """,
        row -> past(row, legs, used),
        id.value());
  }

  private PastPosting past(ResultSet row, List<Leg> legs, List<Used> used) throws SQLException {
    boolean captured = row.getString("verb").equals(Verb.CAPTURE.code());
    HoldId hold = captured ? new HoldId(Db.uuid(row, "hold")) : null;
    return new PastPosting(
        row.getString("verb").equals(Verb.REVERSE.code()),
        row.getString("refusal") != null,
        legs,
        row.getLong("reversed"),
        Optional.ofNullable(Db.uuid(row, "channel")),
        Optional.ofNullable(row.getString("scene")),
        captured
            ? new AllowanceTables(db).usedBy(List.of(hold)).getOrDefault(hold, List.of())
            : used,
        captured ? row.getLong("amount") : PastPosting.sum(legs));
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

  /** Writes what was decided, each posting with its first leg. Fails when an id is taken. */
  void insert(List<Task> tasks, World world) throws SQLException {
    CopyRows postings = new CopyRows();
    CopyRows legs = new CopyRows();
    CopyRows changes = new CopyRows();
    for (Task task : tasks) {
      Header header = Header.of(task.command, world);
      List<Step> steps =
          task.decision instanceof Decision.Accepted accepted ? accepted.steps() : List.of();
      postings.row(21);
      header(postings, header, task);
      int number = 0;
      for (Step step : steps) {
        switch (step) {
          case Step.HeldBy held -> change(changes, header, held);
          case Step.Moved moved -> {
            number++;
            if (number == 1) {
              firstLeg(postings, moved);
            } else {
              leg(legs, header, number, moved);
            }
          }
        }
      }
      if (number == 0) {
        postings.none(9);
      }
    }
    postings.send(
        db.connection(),
        """
        copy ledger.posting
          (id, at, digest, hold, reverses, channel, verb, refusal, kind, reference, scene, attributes,
            debit, credit, amount, debit_sequence, debit_posted, debit_held,
            credit_sequence, credit_posted, credit_held)
        from stdin (format binary)
        """);
    legs.send(
        db.connection(),
        """
        copy ledger.leg
          (posting, number, hold, debit, credit, amount, debit_sequence, debit_posted, debit_held,
            credit_sequence, credit_posted, credit_held)
        from stdin (format binary)
        """);
    changes.send(
        db.connection(),
        """
        copy ledger.hold_change (posting, hold, account, amount, sequence, posted, held)
        from stdin (format binary)
        """);
  }

  private static void header(CopyRows rows, Header header, Task task) {
    String refusal =
        task.decision instanceof Decision.Declined declined ? declined.reason().code() : null;
    rows.uuid(header.id().value())
        .time(task.decision.at())
        .bytes(task.digest)
        .uuid(header.hold().map(HoldId::value).orElse(null))
        .uuid(header.of().map(PostingId::value).orElse(null))
        .uuid(header.channel().orElse(null))
        .text(header.verb().code())
        .text(refusal)
        .text(header.kind())
        .text(header.reference())
        .text(header.scene().orElse(null))
        .json(header.attributes().isEmpty() ? null : JsonText.of(header.attributes()));
  }

  private static void firstLeg(CopyRows rows, Step.Moved leg) {
    rows.int8(leg.debit())
        .int8(leg.credit())
        .int8(leg.amount())
        .int8(leg.debitSequence())
        .int8(leg.debitPosted())
        .int8OrNull(leg.debitHeld())
        .int8(leg.creditSequence())
        .int8(leg.creditPosted())
        .int8OrNull(leg.creditHeld());
  }

  private static void leg(CopyRows rows, Header header, int number, Step.Moved leg) {
    rows.row(12)
        .uuid(header.id().value())
        .int2(number)
        .uuid(leg.hold() == null ? null : leg.hold().value())
        .int8(leg.debit())
        .int8(leg.credit())
        .int8(leg.amount())
        .int8(leg.debitSequence())
        .int8(leg.debitPosted())
        .int8(leg.debitHeld())
        .int8(leg.creditSequence())
        .int8(leg.creditPosted())
        .int8(leg.creditHeld());
  }

  private static void change(CopyRows rows, Header header, Step.HeldBy step) {
    rows.row(7)
        .uuid(header.id().value())
        .uuid(step.hold().value())
        .int8(step.account())
        .int8(step.change())
        .int8(step.sequence())
        .int8(step.posted())
        .int8(step.held());
  }
}
