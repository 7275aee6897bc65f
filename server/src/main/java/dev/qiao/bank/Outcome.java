package dev.qiao.bank;

/** What a bank says became of an order, for good. */
sealed interface Outcome {
  record Succeeded() implements Outcome {}

  /** Not done. {@code reason} is a code: it is shown to the person in words of ours. */
  record Declined(String reason) implements Outcome {}

  default BankTransfer.State state() {
    return switch (this) {
      case Succeeded _ -> BankTransfer.State.SUCCEEDED;
      case Declined _ -> BankTransfer.State.FAILED;
    };
  }
}
