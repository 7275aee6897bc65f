package dev.qiao.merchant;

import dev.qiao.api.Problem;

/** What became of the wish to open a merchant. */
public sealed interface Opening {
  /**
   * It is open; its owner still has to open {@code invitationPath}, which holds a secret that is
   * told only this once.
   */
  record Opened(Merchant merchant, String invitationPath) implements Opening {
    @Override
    public String toString() {
      return "Opened[" + merchant.id() + "]";
    }
  }

  /** Nothing was opened, for this reason. */
  record Refused(Problem problem) implements Opening {}
}
