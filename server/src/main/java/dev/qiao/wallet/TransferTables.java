package dev.qiao.wallet;

import dev.qiao.ledger.Companion;
import dev.qiao.ledger.PostingId;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.payment.PastMovements;
import dev.qiao.payment.Payment;
import dev.qiao.vault.BlindIndex;
import dev.qiao.vault.Notes;
import dev.qiao.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Transfers as stored. */
@Component
class TransferTables {
  static final String NOTE = "transfer.note";

  private final JdbcClient db;
  private final Notes notes;

  TransferTables(JdbcClient db, Vault vault, BlindIndex index) {
    this.db = db;
    this.notes = new Notes(vault, index, NOTE);
  }

  void insert(Transfer transfer) {
    Optional<Notes.Sealed> note =
        transfer.note().flatMap(text -> notes.seal(transfer.payer(), text));
    db.sql(
            """
            insert into wallet.transfer
              (id, payer, payee, amount, unit, state, note_sealed, note_words, created_at, expires_at)
            values
              (:id, :payer, :payee, :amount, :unit, :state, :note, :words::bytea[], :created_at, :expires_at)
            """)
        .param("id", transfer.id().value())
        .param("payer", transfer.payer())
        .param("payee", transfer.payee())
        .param("amount", transfer.amount().minor())
        .param("unit", transfer.amount().unit().code())
        .param("state", transfer.state().text())
        .param("note", note.map(Notes.Sealed::text).orElse(null))
        .param("words", note.map(Notes.Sealed::words).orElse(null))
        .param("created_at", Timestamp.from(transfer.createdAt()))
        .param("expires_at", Timestamp.from(transfer.expiresAt()))
        .update();
  }

  Optional<Transfer> find(TransferId id) {
    return db.sql(
            """
            select id, payer, payee, amount, unit, state, note_sealed, created_at,
              expires_at, finished_at, posting
            from wallet.transfer
            where id = :id
            """)
        .param("id", id.value())
        .query(TransferTables::row)
        .optional()
        .map(row -> opened(List.of(row)).getFirst());
  }

  List<Transfer> between(UUID low, UUID high) {
    return opened(
        db.sql(
                """
            select id, payer, payee, amount, unit, state, note_sealed, created_at,
              expires_at, finished_at, posting
            from wallet.transfer
            where id >= :low and id < :high
            order by id
            limit 100
            """)
            .param("low", low)
            .param("high", high)
            .query(TransferTables::row)
            .list());
  }

  Companion paid(TransferId id, PostingId posting, Instant at) {
    return Companion.guard(
        """
        update wallet.transfer
        set state = 'succeeded', posting = ?, finished_at = ?
        where id = ? and state = 'requires_confirmation' and expires_at > ?
        """,
        posting.value(),
        at,
        id.value(),
        at);
  }

  /** Has the transfer wait for its payer's second word, if it still waits for the first. */
  boolean hold(TransferId id, Instant at) {
    return db.sql(
                """
                update wallet.transfer
                set state = 'processing'
                where id = :id and state = 'requires_confirmation' and expires_at > :at
                """)
            .param("id", id.value())
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /** Takes a transfer that was made to wait to done. */
  Companion released(TransferId id, PostingId posting, Instant at) {
    return Companion.guard(
        """
        update wallet.transfer
        set state = 'succeeded', posting = ?, finished_at = ?
        where id = ? and state = 'processing'
        """,
        posting.value(),
        at,
        id.value());
  }

  /** Ends a transfer that was made to wait. */
  boolean fail(TransferId id, Instant at) {
    return db.sql(
                """
                update wallet.transfer
                set state = 'failed', finished_at = :at
                where id = :id and state = 'processing'
                """)
            .param("at", Timestamp.from(at))
            .param("id", id.value())
            .update()
        == 1;
  }

  /** What a person sent from one time to another, and whether to this one. */
  PastMovements.Past past(UUID payer, Optional<UUID> payee, UUID from, UUID to) {
    return db.sql(
            """
            select count(*), coalesce(max(amount), 0) as largest, coalesce(bool_or(payee = :payee::uuid), false) as before
            from wallet.transfer
            where payer = :payer and posting >= :from and posting < :to
            """)
        .param("payee", payee.orElse(null))
        .param("payer", payer)
        .param("from", from)
        .param("to", to)
        .query(
            (row, n) ->
                new PastMovements.Past(
                    row.getLong("count"), row.getLong("largest"), row.getBoolean("before")))
        .single();
  }

  /**
   * Transfers to and from a person, newest first, below a posting's id.
   *
   * @param search words that the note has all of
   */
  List<Transfer> of(
      UUID person,
      Optional<UUID> before,
      Optional<UUID> from,
      Optional<String> search,
      boolean sent,
      boolean got,
      int limit) {
    return opened(
        db.sql(
                """
            select id, payer, payee, amount, unit, state, note_sealed, created_at,
              expires_at, finished_at, posting
            from wallet.transfer
            where posting is not null and (:sent and payer = :person or :got and payee = :person)
              and (:before::uuid is null or posting < :before::uuid)
              and (:from::uuid is null or posting >= :from::uuid)
              and (not :searched or note_words @> :words::bytea[])
            order by posting desc
            limit :limit
            """)
            .param("person", person)
            .param("sent", sent)
            .param("got", got)
            .param("before", before.orElse(null))
            .param("from", from.orElse(null))
            .param("searched", search.isPresent())
            .param("words", search.flatMap(notes::wanted).orElse(null))
            .param("limit", limit)
            .query(TransferTables::row)
            .list());
  }

  /** Forgets what somebody wrote: without their key it opens nothing, but could still be found. */
  void forgetNotes(UUID writer) {
    db.sql(
            """
            update wallet.transfer
            set note_sealed = null, note_words = null
            where payer = :writer and note_sealed is not null
            """)
        .param("writer", writer)
        .update();
  }

  /** All transfers, newest first. */
  List<Transfer> all(Optional<UUID> before, int limit) {
    return opened(
        db.sql(
                """
            select id, payer, payee, amount, unit, state, note_sealed, created_at,
              expires_at, finished_at, posting
            from wallet.transfer
            where posting is not null and (:before::uuid is null or posting < :before::uuid)
            order by posting desc
            limit :limit
            """)
            .param("before", before.orElse(null))
            .param("limit", limit)
            .query(TransferTables::row)
            .list());
  }

  /** What a person sent and got on a day. */
  record Day(LocalDate date, long out, long in) {}

  List<Day> days(UUID person, UUID from, UUID to, ZoneId zone) {
    return db.sql(
            """
            select (finished_at at time zone :zone)::date as date,
              coalesce(sum(amount) filter (where payer = :person), 0)::bigint as sent,
              coalesce(sum(amount) filter (where payee = :person), 0)::bigint as got
            from wallet.transfer
            where (payer = :person or payee = :person) and posting >= :from and posting < :to
            group by 1
            """)
        .param("zone", zone.getId())
        .param("person", person)
        .param("from", from)
        .param("to", to)
        .query(
            (row, n) ->
                new Day(
                    row.getObject("date", LocalDate.class),
                    row.getLong("sent"),
                    row.getLong("got")))
        .list();
  }

  /** Somebody whom a person has sent money to. */
  record Recent(UUID payee, Instant lastAt) {}

  List<Recent> recent(UUID payer, int limit) {
    return db.sql(
            """
            select payee, max(finished_at) as last_at
            from wallet.transfer
            where payer = :payer and posting is not null
            group by payee
            order by 2 desc
            limit :limit
            """)
        .param("payer", payer)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Recent(
                    row.getObject("payee", UUID.class), row.getTimestamp("last_at").toInstant()))
        .list();
  }

  private List<Transfer> opened(List<Notes.Row<Transfer>> rows) {
    return notes.open(rows, Transfer::withNote);
  }

  private static Notes.Row<Transfer> row(ResultSet row, int n) throws SQLException {
    Transfer transfer = transfer(row);
    return new Notes.Row<>(transfer, transfer.payer(), row.getBytes("note_sealed"));
  }

  private static Transfer transfer(ResultSet row) throws SQLException {
    return new Transfer(
        new TransferId(row.getObject("id", UUID.class)),
        row.getObject("payer", UUID.class),
        row.getObject("payee", UUID.class),
        Money.of(row.getLong("amount"), Unit.of(row.getString("unit"))),
        Payment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Optional.empty(),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getObject("posting", UUID.class)).map(PostingId::new));
  }
}
