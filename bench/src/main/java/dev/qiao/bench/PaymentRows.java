package dev.qiao.bench;

import dev.qiao.ledger.Companion;
import dev.qiao.ledger.Json;
import dev.qiao.ledger.PostingId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The rows that a payment brings along, in tables like the product's: a guard that the payment
 * still waits, the attempt, two events, an entry of the audit trail, and the stored answer.
 */
final class PaymentRows {
  private static final int PER_SECOND = 40_000;
  private static final long HIGH = 0x7000L;
  private static final long LOW = 0x8000_0000_0000_0000L;
  private static final Json BODY =
      new Json("{\"type\": \"payment.succeeded\", \"amount\": {\"minor\": 1, \"unit\": \"CNY\"}}");
  private static final String ANSWER =
      "{\"id\":\"pay_01h455vb4pex5vsknk084sn02q\",\"state\":\"succeeded\",\"amount\":{\"minor\":1}}";

  private final int prepared;
  private int used;

  private PaymentRows(int prepared) {
    this.prepared = prepared;
  }

  /** Makes the tables, and more payments that wait than can be posted in that time. */
  static PaymentRows prepare(DataSource owner, int seconds) throws SQLException {
    int payments = seconds * PER_SECOND;
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into shop.payment (id, state, amount, created_at)
                select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'requires_confirmation', 1, '2026-01-01'
                from generate_series(0, ? - 1) n
                """)) {
      statement.execute(
          """
          create schema shop;
          create table shop.payment (
            id uuid primary key, state text not null, amount bigint not null, created_at timestamptz not null,
            finished_at timestamptz, posting uuid unique) with (fillfactor = 80);
          create table shop.attempt (
            posting uuid primary key, payment uuid not null, at timestamptz not null, state text not null);
          create table shop.event (
            id bigint generated always as identity primary key, party uuid not null, at timestamptz not null, body jsonb not null);
          create table shop.trail (
            id bigint generated always as identity primary key, actor text not null, verb text not null, subject uuid not null,
            at timestamptz not null);
          create table shop.answer (
            key uuid primary key, digest bytea not null, body text not null, at timestamptz not null);
          grant usage on schema shop to qiao_app;
          grant select, insert on all tables in schema shop to qiao_app;
          grant update (state, finished_at, posting) on shop.payment to qiao_app
          """);
      insert.setInt(1, payments);
      insert.executeUpdate();
      statement.execute("vacuum analyze shop.payment");
    }
    return new PaymentRows(payments);
  }

  List<Companion> next(PostingId posting) {
    if (used == prepared) {
      throw new IllegalStateException("All " + prepared + " payments are posted");
    }
    UUID payment = new UUID(HIGH, LOW | used++);
    Instant at = Instant.now();
    return List.of(
        Companion.guard(
            """
            update shop.payment
            set state = 'succeeded', finished_at = ?, posting = ?
            where id = ? and state = 'requires_confirmation'
            """,
            at,
            posting.value(),
            payment),
        Companion.insert(
            "insert into shop.attempt (posting, payment, at, state) values (?, ?, ?, ?)",
            posting.value(),
            payment,
            at,
            "succeeded"),
        event(payment, at),
        event(payment, at),
        Companion.insert(
            "insert into shop.trail (actor, verb, subject, at) values (?, ?, ?, ?)",
            "person",
            "payment.confirm",
            payment,
            at),
        Companion.insert(
            "insert into shop.answer (key, digest, body, at) values (?, ?, ?, ?)",
            posting.value(),
            new byte[32],
            ANSWER,
            at));
  }

  private static Companion event(UUID party, Instant at) {
    return Companion.insert(
        "insert into shop.event (party, at, body) values (?, ?, ?)", party, at, BODY);
  }
}
