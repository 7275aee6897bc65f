package dev.qiao.payment;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.identity.Confirmations;
import dev.qiao.identity.Confirmations.Word;
import dev.qiao.identity.Deed;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Checks by what right money is to leave a person's account. */
@Component
public class Authorities {
  private final Confirmations confirmations;
  private final Refusals refusals;

  Authorities(Confirmations confirmations, Refusals refusals) {
    this.confirmations = confirmations;
    this.refusals = refusals;
  }

  /**
   * Why the authority does not suffice for this deed; empty when it does. A PIN's try is counted,
   * whatever comes of it, and what suffices is used up.
   */
  public Optional<Problem> lacking(UUID person, Authority authority, Deed deed) {
    return switch (authority) {
      case Authority.Pin(var confirmation, var digits, var code, var sent) ->
          lacking(confirmations.byPin(person, deed, confirmation, digits, code, sent));
      case Authority.Passkey(var confirmation, var assertion) ->
          lacking(confirmations.byPasskey(person, deed, confirmation, assertion));
      case Authority.Granted _ -> Optional.empty();
    };
  }

  private Optional<Problem> lacking(Confirmations.Word word) {
    return switch (word) {
      case Word.Given() -> Optional.empty();
      case Word.Invalid() -> Optional.of(Problem.of(ErrorCode.CONFIRMATION_INVALID));
      case Word.TooWeak() -> Optional.of(Problem.of(ErrorCode.STRONGER_FACTOR_REQUIRED));
      case Word.PinRefused(var check) -> refusals.of(check);
      case Word.CodeRefused() -> Optional.of(Problem.of(ErrorCode.CODE_REFUSED));
      case Word.TooMany(var until) -> Optional.of(refusals.tooMany(until));
      case Word.PasskeyRefused() -> Optional.of(Problem.of(ErrorCode.PASSKEY_REFUSED));
    };
  }

  /** What the trail says of it. */
  public static String text(Authority authority) {
    return switch (authority) {
      case Authority.Pin(_, _, var code, var sent) ->
          sent.isPresent() ? "pin+code" : code.isPresent() ? "pin+totp" : "pin";
      case Authority.Passkey _ -> "passkey";
      case Authority.Granted(var by) -> by;
    };
  }
}
