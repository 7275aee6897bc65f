package dev.qiao.payment;

import dev.qiao.api.Problem;

/** What became of a payer's word. */
public sealed interface Confirmation {
  /** The money has moved. */
  record Confirmed(Payment payment) implements Confirmation {}

  /** It has not yet: the payer is asked by other ways whether it was they. */
  record Held(Payment payment) implements Confirmation {}

  /** It has not, for this reason. */
  record Refused(Problem problem) implements Confirmation {}
}
