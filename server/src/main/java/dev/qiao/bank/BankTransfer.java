package dev.qiao.bank;

import java.time.Instant;
import java.util.Optional;

/**
 * An order to a bank and what is known of it.
 *
 * @param reason why it failed, as the bank says; there when it failed
 * @param answerDueAt until when the bank has time to answer; then it counts as unknown
 * @param resolveBy until when we go on asking the bank on our own
 * @param flag what an operator should look at, such as an answer that contradicts the first
 */
public record BankTransfer(
    TransferOrder order,
    State state,
    Optional<String> reason,
    Instant createdAt,
    Instant answerDueAt,
    Instant resolveBy,
    Optional<String> flag) {

  /** How far it is. */
  public enum State {
    /** Written down here; the bank may not know yet. */
    CREATED,
    /** The bank has it. */
    SUBMITTED,
    SUCCEEDED,
    FAILED,
    /** The bank may have done it or not: it is asked until it says. */
    UNKNOWN
  }

  /** Whether the bank has still to say what became of it. */
  public boolean isOpen() {
    return switch (state) {
      case CREATED, SUBMITTED, UNKNOWN -> true;
      case SUCCEEDED, FAILED -> false;
    };
  }
}
