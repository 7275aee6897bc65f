package dev.qiao.payment;

import dev.qiao.identity.Assertion;
import dev.qiao.identity.CodeId;
import dev.qiao.identity.ConfirmationId;
import java.util.Optional;

/** By what right money may leave a person's account. */
public sealed interface Authority {
  /**
   * The person's payment PIN, entered for what the confirmation is bound to.
   *
   * @param code of their authenticator, or sent to them, where the deed asks for it
   * @param sent which code was sent, if it is that
   */
  record Pin(
      ConfirmationId confirmation, String digits, Optional<String> code, Optional<CodeId> sent)
      implements Authority {
    @Override
    public String toString() {
      return "Pin";
    }
  }

  /** What the person's passkey signed: the confirmation's own challenge. */
  record Passkey(ConfirmationId confirmation, Assertion assertion) implements Authority {}

  /** A right that was established before, by what the text names. It is kept in the audit trail. */
  record Granted(String by) implements Authority {}
}
