package dev.qiao.bank;

import dev.qiao.money.Money;

/**
 * The connection to a bank. Calls end within 30 seconds. An order carries its own id, and the bank
 * does it once however often it is submitted. Answers that come on their own are handed to {@link
 * BankAnswers#receive}.
 *
 * <p>An exception from {@link #submit} or {@link #inquire} counts as a broken connection: nobody
 * knows whether the bank got it.
 */
interface Connector {
  /** What linked accounts and answers call it. */
  String name();

  /** Asks the bank to do it. */
  Submission submit(TransferOrder order, LinkedAccount account);

  /** Asks the bank what became of it. */
  Inquiry inquire(TransferOrder order);

  /** Fetches answers that have arrived and that nobody hands over otherwise. Called often. */
  default void poll(BankAnswers answers) {}

  /** What the bank says to a new order. */
  sealed interface Submission {
    /** It has it, and will answer. */
    record Accepted(String bankReference) implements Submission {}

    /** It will not do it. */
    record Refused(String reason) implements Submission {}

    /** The connection broke: the bank has it or not. */
    record Broken() implements Submission {}
  }

  /** What the bank says when asked. */
  sealed interface Inquiry {
    /** It is over. */
    record Known(Money amount, Outcome outcome) implements Inquiry {}

    /** It has it and is not done. */
    record Pending() implements Inquiry {}

    /** It never got it: it may be submitted again, under the same id. */
    record NotReceived() implements Inquiry {}

    /** The connection broke. */
    record Broken() implements Inquiry {}
  }
}
