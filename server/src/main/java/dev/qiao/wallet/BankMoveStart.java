package dev.qiao.wallet;

import dev.qiao.api.Problem;

/** What became of the wish to top up or withdraw. */
public sealed interface BankMoveStart {
  /** Written down, and going to the bank now. */
  record Started(BankMove move) implements BankMoveStart {}

  /** Not begun, for this reason: nothing has moved. */
  record Refused(Problem problem) implements BankMoveStart {}
}
