package dev.qiao.payment;

import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Scene;
import dev.qiao.ledger.Companion;
import dev.qiao.ledger.PostingId;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import dev.qiao.vault.BlindIndex;
import dev.qiao.vault.Notes;
import dev.qiao.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments, their attempts and refunds as stored. */
@Component
class PaymentTables {
  static final String NOTE = "payment.note";

  private final JdbcClient db;
  private final Notes notes;

  PaymentTables(JdbcClient db, Vault vault, BlindIndex index) {
    this.db = db;
    this.notes = new Notes(vault, index, NOTE);
  }

  void insert(Payment payment) {
    Optional<Notes.Sealed> note = payment.note().flatMap(text -> notes.seal(writer(payment), text));
    db.sql(
            """
            insert into payment.payment
              (id, store, merchant, payer, channel, scene, amount, unit, state, note_sealed, note_words, order_reference, created_by,
               created_at, expires_at, refunded, code)
            values
              (:id, :store, :merchant, :payer, :channel, :scene, :amount, :unit, :state, :note, :words::bytea[], :order_reference,
               :created_by, :created_at, :expires_at, 0, :code)
            """)
        .param("id", payment.id().value())
        .param("store", payment.payee().store().value())
        .param("merchant", payment.payee().merchant().value())
        .param("payer", payment.payer().orElse(null))
        .param("channel", payment.channel().value())
        .param("scene", payment.scene().text())
        .param("amount", payment.amount().minor())
        .param("unit", payment.amount().unit().code())
        .param("state", payment.state().text())
        .param("note", note.map(Notes.Sealed::text).orElse(null))
        .param("words", note.map(Notes.Sealed::words).orElse(null))
        .param("order_reference", payment.orderReference().orElse(null))
        .param("created_by", payment.createdBy().orElse(null))
        .param("created_at", Timestamp.from(payment.createdAt()))
        .param("expires_at", Timestamp.from(payment.expiresAt()))
        .param("code", payment.code().orElse(null))
        .update();
  }

  /** The columns and tables that {@link #row} reads. */
  static final String SELECT =
      """
      select p.id, p.payer, p.channel, p.scene, p.amount, p.unit, p.state, p.note_sealed, p.order_reference, p.created_by,
        p.created_at, p.expires_at, p.finished_at, p.posting, p.refunded, p.code as payment_code, p.new_customer,
        s.store, s.merchant, s.name, s.name_en, s.store_name, s.store_name_en, s.category, s.account, s.code, s.open
      from payment.payment p
      join payment.payee s on s.store = p.store
      """;

  Optional<Payment> find(PaymentId id) {
    return db.sql(SELECT + "where p.id = :id")
        .param("id", id.value())
        .query(PaymentTables::row)
        .optional()
        .map(row -> opened(List.of(row)).getFirst());
  }

  Optional<Payment> byCode(String code) {
    return db.sql(SELECT + "where p.code = :code")
        .param("code", code)
        .query(PaymentTables::row)
        .optional()
        .map(row -> opened(List.of(row)).getFirst());
  }

  /** Whether a payment of theirs has ever succeeded through a channel. */
  boolean hasPaidThrough(UUID payer, ChannelId channel) {
    return db.sql(
            """
            select exists (
              select 1
              from payment.payment
              where payer = :payer and posting is not null and channel = :channel)
            """)
        .param("payer", payer)
        .param("channel", channel.value())
        .query(Boolean.class)
        .single();
  }

  Optional<Refund> findRefund(RefundId id) {
    return db.sql(
            """
            select id, payment, amount, unit, reason, by, at, posting
            from payment.refund
            where id = :id
            """)
        .param("id", id.value())
        .query(PaymentTables::refund)
        .optional();
  }

  List<Refund> refunds(PaymentId payment) {
    return db.sql(
            """
            select id, payment, amount, unit, reason, by, at, posting
            from payment.refund
            where payment = :payment
            order by id
            """)
        .param("payment", payment.value())
        .query(PaymentTables::refund)
        .list();
  }

  List<Attempt> attempts(PaymentId payment) {
    return db.sql(
            """
            select posting, at, state, reason
            from payment.attempt
            where payment = :payment
            order by posting
            """)
        .param("payment", payment.value())
        .query(
            (row, n) ->
                new Attempt(
                    new PostingId(row.getObject("posting", UUID.class)),
                    row.getTimestamp("at").toInstant(),
                    row.getString("state"),
                    Optional.ofNullable(row.getString("reason"))))
        .list();
  }

  /** Takes the payment from waiting to paid, if it still waits, for this payer. */
  Companion paid(PaymentId id, UUID payer, PostingId posting, Instant at) {
    return Companion.guard(
        """
        update payment.payment p
        set state = 'succeeded', payer = ?, posting = ?, finished_at = ?,
          new_customer = not exists (
            select from payment.payment earlier
            where earlier.payer = ? and earlier.merchant = p.merchant and earlier.posting is not null)
        where id = ? and state = 'requires_confirmation' and (payer is null or payer = ?) and expires_at > ?
        """,
        payer,
        posting.value(),
        at,
        payer,
        id.value(),
        payer,
        at);
  }

  /** Has the payment wait for its payer's second word, if it still waits for the first. */
  boolean hold(PaymentId id, UUID payer, Instant at) {
    return db.sql(
                """
                update payment.payment
                set state = 'processing', payer = :payer
                where id = :id and state = 'requires_confirmation' and (payer is null or payer = :payer)
                  and expires_at > :at
                """)
            .param("payer", payer)
            .param("id", id.value())
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /** Takes a payment that was made to wait to paid. */
  Companion released(PaymentId id, UUID payer, PostingId posting, Instant at) {
    return Companion.guard(
        """
        update payment.payment p
        set state = 'succeeded', posting = ?, finished_at = ?,
          new_customer = not exists (
            select from payment.payment earlier
            where earlier.payer = ? and earlier.merchant = p.merchant and earlier.posting is not null)
        where id = ? and state = 'processing' and payer = ?
        """,
        posting.value(),
        at,
        payer,
        id.value(),
        payer);
  }

  /** Ends a payment that was made to wait. */
  boolean fail(PaymentId id, Instant at) {
    return db.sql(
                """
                update payment.payment
                set state = 'failed', finished_at = :at
                where id = :id and state = 'processing'
                """)
            .param("at", Timestamp.from(at))
            .param("id", id.value())
            .update()
        == 1;
  }

  Companion attempted(PostingId posting, PaymentId payment, Instant at) {
    return Companion.insert(ATTEMPT, posting.value(), payment.value(), at, "succeeded", null);
  }

  void insertRefused(PostingId posting, PaymentId payment, Instant at, String reason) {
    db.sql(ATTEMPT)
        .params(posting.value(), payment.value(), Timestamp.from(at), "refused", reason)
        .update();
  }

  private static final String ATTEMPT =
      """
      insert into payment.attempt (posting, payment, at, state, reason)
      values (?, ?, ?, ?, ?)
      """;

  /** Writes down that a payment is over without money. False: it was over already, or was paid. */
  boolean end(PaymentId id, Payment.State state, Instant at) {
    return db.sql(
                """
                update payment.payment
                set state = :state, finished_at = :at
                where id = :id and state = 'requires_confirmation'
                """)
            .param("state", state.text())
            .param("at", Timestamp.from(at))
            .param("id", id.value())
            .update()
        == 1;
  }

  /** Counts a refund against its payment, if no other came between. */
  Companion refunding(Payment payment, Money amount) {
    return Companion.guard(
        """
        update payment.payment
        set refunded = refunded + ?
        where id = ? and state = 'succeeded' and refunded = ?
        """,
        amount.minor(),
        payment.id().value(),
        payment.refunded().minor());
  }

  Companion refunded(Refund refund, Payment payment) {
    return Companion.insert(
        """
        insert into payment.refund (id, payment, merchant, payer, amount, unit, reason, by, at, posting)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        refund.id().value(),
        refund.payment().value(),
        payment.payee().merchant().value(),
        payment.payer().orElseThrow(),
        refund.amount().minor(),
        refund.amount().unit().code(),
        refund.reason().orElse(null),
        refund.by(),
        refund.at(),
        refund.posting().value());
  }

  /** Forgets what somebody wrote: without their key it opens nothing, but could still be found. */
  void forgetNotes(UUID payer) {
    db.sql(
            """
            update payment.payment
            set note_sealed = null, note_words = null
            where payer = :payer and created_by is null and note_sealed is not null
            """)
        .param("payer", payer)
        .update();
  }

  /** Who wrote its note: the shop's staff who asked for it, or who pays. */
  private static UUID writer(Payment payment) {
    return payment.createdBy().or(payment::payer).orElseThrow();
  }

  /** With their notes, as far as their writers' keys live. */
  List<Payment> opened(List<Notes.Row<Payment>> rows) {
    return notes.open(rows, Payment::withNote);
  }

  /** The indexes by which notes are found that have all words of a text. */
  Optional<byte[][]> wanted(String text) {
    return notes.wanted(text);
  }

  static Notes.Row<Payment> row(ResultSet row, int n) throws SQLException {
    Payment payment = payment(row);
    return new Notes.Row<>(payment, writer(payment), row.getBytes("note_sealed"));
  }

  private static Payment payment(ResultSet row) throws SQLException {
    Unit unit = Unit.of(row.getString("unit"));
    return new Payment(
        new PaymentId(row.getObject("id", UUID.class)),
        PayeeTables.payee(row),
        Optional.ofNullable(row.getObject("payer", UUID.class)),
        new ChannelId(row.getObject("channel", UUID.class)),
        Scene.of(row.getString("scene")),
        Money.of(row.getLong("amount"), unit),
        Payment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Optional.empty(),
        Optional.ofNullable(row.getString("order_reference")),
        Optional.ofNullable(row.getObject("created_by", UUID.class)),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
        Optional.ofNullable(row.getObject("posting", UUID.class)).map(PostingId::new),
        Money.of(row.getLong("refunded"), unit),
        Optional.ofNullable(row.getString("payment_code")),
        row.getBoolean("new_customer"));
  }

  static Refund refund(ResultSet row, int n) throws SQLException {
    return new Refund(
        new RefundId(row.getObject("id", UUID.class)),
        new PaymentId(row.getObject("payment", UUID.class)),
        Money.of(row.getLong("amount"), Unit.of(row.getString("unit"))),
        Optional.ofNullable(row.getString("reason")),
        row.getObject("by", UUID.class),
        row.getTimestamp("at").toInstant(),
        new PostingId(row.getObject("posting", UUID.class)));
  }
}
