package dev.qiao.bank;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where banks' answers arrive. The first one counts; all are kept; one that says otherwise is for
 * an operator to look at.
 */
@Service
class BankAnswers {
  private static final Logger log = LoggerFactory.getLogger(BankAnswers.class);

  /** What an answer did. */
  enum Effect {
    /** It decided the transfer. */
    APPLIED,
    /** It said what was known. */
    REPEATED,
    /** It said the opposite of the first: refused. */
    CONTRADICTS,
    /** It was about another amount than ordered: refused. */
    AMOUNT_DIFFERS
  }

  private final TransferTables transfers;
  private final AnswerTables answers;
  private final TransactionOperations transaction;
  private final ApplicationEventPublisher publisher;
  private final InstantSource clock;

  BankAnswers(
      TransferTables transfers,
      AnswerTables answers,
      TransactionOperations transaction,
      ApplicationEventPublisher publisher,
      InstantSource clock) {
    this.transfers = transfers;
    this.answers = answers;
    this.transaction = transaction;
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * Takes an answer, however often and in whatever order it comes. Empty: it is about no transfer
   * of that bank's.
   */
  Optional<Effect> receive(Answer answer) {
    Optional<Effect> effect = transaction.execute(status -> record(answer));
    if (effect.isEmpty()) {
      log.warn(
          "Bank {} answers about a transfer that is not ours: {}",
          answer.connector(),
          answer.transfer());
    } else if (effect.get() == Effect.APPLIED) {
      tell(answer);
    }
    return effect;
  }

  private Optional<Effect> record(Answer answer) {
    return transfers
        .lock(answer.transfer())
        .map(
            transfer -> {
              Instant now = clock.instant();
              Effect effect = effect(transfer, answer);
              if (!answers.insert(answer, effect, now.isAfter(transfer.answerDueAt()), now)) {
                return Effect.REPEATED;
              }
              switch (effect) {
                case APPLIED ->
                    transfers.finish(
                        answer.transfer(),
                        answer.outcome().state(),
                        answer.outcome() instanceof Outcome.Declined(String reason) ? reason : null,
                        now);
                case CONTRADICTS, AMOUNT_DIFFERS -> flag(answer, effect);
                case REPEATED -> {}
              }
              return effect;
            });
  }

  private static Effect effect(BankTransfer transfer, Answer answer) {
    if (!transfer.order().amount().equals(answer.amount())) {
      return Effect.AMOUNT_DIFFERS;
    }
    if (transfer.isOpen()) {
      return Effect.APPLIED;
    }
    return transfer.state() == answer.outcome().state() ? Effect.REPEATED : Effect.CONTRADICTS;
  }

  private void flag(Answer answer, Effect effect) {
    log.error(
        "Bank {} and we disagree on transfer {}: {}",
        answer.connector(),
        answer.transfer(),
        effect);
    transfers.flag(answer.transfer(), effect.name().toLowerCase(java.util.Locale.ROOT));
  }

  /** Whoever listens may fail: the answer is kept, and they look for themselves later. */
  private void tell(Answer answer) {
    try {
      publisher.publishEvent(new BankTransferChanged(answer.transfer()));
    } catch (RuntimeException failed) {
      log.warn("Nobody could act on the answer to transfer {} yet", answer.transfer(), failed);
    }
  }
}
