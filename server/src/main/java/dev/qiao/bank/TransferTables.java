package dev.qiao.bank;

import dev.qiao.ledger.Companion;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders to banks as stored. */
@Component
class TransferTables {
  private static final String INSERT =
      """
      insert into bank.transfer
        (id, account, direction, amount, unit, state, created_at, answer_due_at, resolve_by, next_at)
      values (?, ?, ?, ?, ?, 'created', ?, ?, ?, ?)
      """;

  private final JdbcClient db;

  TransferTables(JdbcClient db) {
    this.db = db;
  }

  void insert(TransferOrder order, Instant at, Instant answerDueAt, Instant resolveBy) {
    var now = Timestamp.from(at);
    db.sql(INSERT)
        .params(values(order, now, Timestamp.from(answerDueAt), Timestamp.from(resolveBy), now))
        .update();
  }

  Companion companion(TransferOrder order, Instant at, Instant answerDueAt, Instant resolveBy) {
    return Companion.insert(INSERT, values(order, at, answerDueAt, resolveBy, at));
  }

  private static Object[] values(
      TransferOrder order, Object at, Object answerDueAt, Object resolveBy, Object nextAt) {
    return new Object[] {
      order.id(),
      order.account().value(),
      order.direction().name().toLowerCase(Locale.ROOT),
      order.amount().minor(),
      order.amount().unit().code(),
      at,
      answerDueAt,
      resolveBy,
      nextAt
    };
  }

  Optional<BankTransfer> find(UUID id) {
    return db.sql(
            """
            select id, account, direction, amount, unit, state, reason, created_at, answer_due_at, resolve_by, flag
            from bank.transfer
            where id = :id
            """)
        .param("id", id)
        .query(TransferTables::transfer)
        .optional();
  }

  /** The same, kept from changing until the transaction at hand ends. */
  Optional<BankTransfer> lock(UUID id) {
    return db.sql(
            """
            select id, account, direction, amount, unit, state, reason, created_at, answer_due_at, resolve_by, flag
            from bank.transfer
            where id = :id
            for update
            """)
        .param("id", id)
        .query(TransferTables::transfer)
        .optional();
  }

  /**
   * Takes transfers that are due, the longest waiting first, each for one instance until the lease
   * ends.
   */
  List<BankTransfer> claimDue(Instant now, Instant leaseEnd, int limit) {
    return db.sql(
            """
            with due as (
              select id
              from bank.transfer
              where next_at <= :now
              order by next_at
              limit :limit
              for update skip locked)
            update bank.transfer t
            set next_at = :lease_end, asked_at = :now
            from due
            where t.id = due.id
            returning t.id, t.account, t.direction, t.amount, t.unit, t.state, t.reason, t.created_at, t.answer_due_at,
              t.resolve_by, t.flag
            """)
        .param("now", Timestamp.from(now))
        .param("lease_end", Timestamp.from(leaseEnd))
        .param("limit", limit)
        .query(TransferTables::transfer)
        .list();
  }

  /**
   * Takes one transfer because somebody looks at it: if it is due, or unknown and not asked about
   * since a time.
   */
  Optional<BankTransfer> claim(UUID id, Instant now, Instant leaseEnd, Instant askedBefore) {
    return db.sql(
            """
            update bank.transfer
            set next_at = :lease_end, asked_at = :now
            where id = :id
              and finished_at is null
              and (next_at <= :now or state = 'unknown' and (asked_at is null or asked_at <= :asked_before))
            returning id, account, direction, amount, unit, state, reason, created_at, answer_due_at, resolve_by, flag
            """)
        .param("id", id)
        .param("now", Timestamp.from(now))
        .param("lease_end", Timestamp.from(leaseEnd))
        .param("asked_before", Timestamp.from(askedBefore))
        .query(TransferTables::transfer)
        .optional();
  }

  /**
   * The bank has it, and we ask at a time if it says nothing. Nothing happens when it has answered
   * already.
   */
  void submitted(UUID id, String bankReference, Instant nextAt) {
    db.sql(
            """
            update bank.transfer
            set bank_reference = :reference,
              answer_due_at = case when state = 'created' then :next_at else answer_due_at end,
              state = case when state = 'created' then 'submitted' else state end,
              next_at = :next_at
            where id = :id and finished_at is null
            """)
        .param("reference", bankReference)
        .param("next_at", Timestamp.from(nextAt))
        .param("id", id)
        .update();
  }

  /**
   * Nobody knows; look again at a time, or, without one, only when somebody asks. False: that was
   * so, or it is over.
   */
  boolean unknown(UUID id, @Nullable Instant nextAt) {
    return db.sql(
            """
            update bank.transfer
            set state = 'unknown', next_at = :next_at::timestamptz
            where id = :id and finished_at is null
            returning old.state <> 'unknown'
            """)
        .param("next_at", nextAt == null ? null : Timestamp.from(nextAt))
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void finish(UUID id, BankTransfer.State state, @Nullable String reason, Instant at) {
    db.sql(
            """
            update bank.transfer
            set state = :state, reason = :reason, finished_at = :at, next_at = null
            where id = :id and finished_at is null
            """)
        .param("state", state.name().toLowerCase(Locale.ROOT))
        .param("reason", reason)
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  /** Marks it for an operator. The first mark stays. */
  void flag(UUID id, String flag) {
    db.sql("update bank.transfer set flag = :flag where id = :id and flag is null")
        .param("flag", flag)
        .param("id", id)
        .update();
  }

  List<BankTransfer> flagged(int limit) {
    return db.sql(
            """
            select id, account, direction, amount, unit, state, reason, created_at, answer_due_at, resolve_by, flag
            from bank.transfer
            where flag is not null
            order by id desc
            limit :limit
            """)
        .param("limit", limit)
        .query(TransferTables::transfer)
        .list();
  }

  private static BankTransfer transfer(ResultSet row, int n) throws SQLException {
    return new BankTransfer(
        new TransferOrder(
            row.getObject("id", UUID.class),
            new LinkedAccountId(row.getObject("account", UUID.class)),
            TransferOrder.Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
            Money.of(row.getLong("amount"), Unit.of(row.getString("unit")))),
        BankTransfer.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("reason")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("answer_due_at").toInstant(),
        row.getTimestamp("resolve_by").toInstant(),
        Optional.ofNullable(row.getString("flag")));
  }
}
