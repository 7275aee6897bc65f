package dev.qiao.payment;

import dev.qiao.api.Problem;

/** What became of a refund. */
public sealed interface Refunding {
  /** The money is back with the payer; the payment as it is after that. */
  record Refunded(Refund refund, Payment payment) implements Refunding {}

  /** It is not, for this reason. */
  record Refused(Problem problem) implements Refunding {}
}
