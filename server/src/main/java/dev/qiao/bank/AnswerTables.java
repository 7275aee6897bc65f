package dev.qiao.bank;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What banks said, as it came. */
@Component
class AnswerTables {
  private final JdbcClient db;

  AnswerTables(JdbcClient db) {
    this.db = db;
  }

  /** Keeps an answer. False: this very message was kept before. */
  boolean insert(Answer answer, BankAnswers.Effect effect, boolean late, Instant at) {
    return db.sql(
                """
                insert into bank.answer (connector, event, transfer, amount, unit, outcome, reason, effect, late, at)
                values (:connector, :event, :transfer, :amount, :unit, :outcome, :reason, :effect, :late, :at)
                on conflict (connector, event) do nothing
                """)
            .param("connector", answer.connector())
            .param("event", answer.event())
            .param("transfer", answer.transfer())
            .param("amount", answer.amount().minor())
            .param("unit", answer.amount().unit().code())
            .param("outcome", answer.outcome().state().name().toLowerCase(Locale.ROOT))
            .param(
                "reason",
                answer.outcome() instanceof Outcome.Declined(String reason) ? reason : null)
            .param("effect", effect.name().toLowerCase(Locale.ROOT))
            .param("late", late)
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /** The effects that the answers to a transfer had, in order of time. */
  List<BankAnswers.Effect> effects(UUID transfer) {
    return db.sql(
            """
            select effect
            from bank.answer
            where transfer = :transfer
            order by at, event
            """)
        .param("transfer", transfer)
        .query(
            (row, n) ->
                BankAnswers.Effect.valueOf(row.getString("effect").toUpperCase(Locale.ROOT)))
        .list();
  }
}
