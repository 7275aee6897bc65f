package dev.qiao.bank;

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

/** The sandbox bank's books. */
@Component
class SandboxTables {
  /**
   * An order at the sandbox bank: what it will have decided at {@code knownAt}, and how often it
   * has said so.
   */
  record SandboxOrder(
      UUID id, Money amount, Outcome outcome, Instant knownAt, int answersGiven, int answersDue) {}

  private final JdbcClient db;

  SandboxTables(JdbcClient db) {
    this.db = db;
  }

  /** Takes an order; one that is there already stays as it is. */
  void insert(SandboxOrder order, @Nullable Instant answerAt) {
    db.sql(
            """
            insert into bank.sandbox_order (id, amount, unit, outcome, known_at, answer_at, answers_due)
            values (:id, :amount, :unit, :outcome, :known_at, :answer_at::timestamptz, :answers_due)
            on conflict (id) do nothing
            """)
        .param("id", order.id())
        .param("amount", order.amount().minor())
        .param("unit", order.amount().unit().code())
        .param("outcome", order.outcome().state().name().toLowerCase(Locale.ROOT))
        .param("known_at", Timestamp.from(order.knownAt()))
        .param("answer_at", answerAt == null ? null : Timestamp.from(answerAt))
        .param("answers_due", order.answersDue())
        .update();
  }

  Optional<SandboxOrder> find(UUID id) {
    return db.sql(
            """
            select id, amount, unit, outcome, known_at, answers_given, answers_due
            from bank.sandbox_order
            where id = :id
            """)
        .param("id", id)
        .query(SandboxTables::order)
        .optional();
  }

  /** Takes orders whose next answer is due, each for one instance until the lease ends. */
  List<SandboxOrder> claimDue(Instant now, Instant leaseEnd, int limit) {
    return db.sql(
            """
            with due as (
              select id
              from bank.sandbox_order
              where answer_at <= :now
              order by answer_at
              limit :limit
              for update skip locked)
            update bank.sandbox_order o
            set answer_at = :lease_end
            from due
            where o.id = due.id
            returning o.id, o.amount, o.unit, o.outcome, o.known_at, o.answers_given, o.answers_due
            """)
        .param("now", Timestamp.from(now))
        .param("lease_end", Timestamp.from(leaseEnd))
        .param("limit", limit)
        .query(SandboxTables::order)
        .list();
  }

  /** One answer more has been given; the next, if any is due, comes at a time. */
  void answered(UUID id, int given, Instant nextAt) {
    db.sql(
            """
            update bank.sandbox_order
            set answers_given = :given, answer_at = case when :given < answers_due then :next_at::timestamptz end
            where id = :id
            """)
        .param("given", given)
        .param("next_at", Timestamp.from(nextAt))
        .param("id", id)
        .update();
  }

  private static SandboxOrder order(ResultSet row, int n) throws SQLException {
    return new SandboxOrder(
        row.getObject("id", UUID.class),
        Money.of(row.getLong("amount"), Unit.of(row.getString("unit"))),
        row.getString("outcome").equals("succeeded")
            ? new Outcome.Succeeded()
            : new Outcome.Declined(SandboxBank.DECLINED),
        row.getTimestamp("known_at").toInstant(),
        row.getInt("answers_given"),
        row.getInt("answers_due"));
  }
}
