package dev.qiao.payment;

import dev.qiao.api.Amount;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Problem;
import dev.qiao.api.Text;
import dev.qiao.identity.Assertion;
import dev.qiao.identity.CodeId;
import dev.qiao.identity.ConfirmationId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person's word: by their PIN (with {@code code} where the confirmation asks for it, and {@code
 * code_id} where it was sent) or by a passkey, over a confirmation that was asked for this.
 *
 * @param amount what the person was shown, and confirms
 */
@Schema(name = "Confirm")
public record ConfirmRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Amount amount,
    @Nullable String confirmationId,
    @Nullable String pin,
    @Nullable String code,
    @Nullable String codeId,
    @Nullable Assertion passkey) {

  /** The right that these words give, if they are true. Throws a problem when there are none. */
  public Authority authority() {
    return authority(confirmationId, pin, code, codeId, passkey);
  }

  /** The same for words that came with something else. */
  public static Authority authority(
      @Nullable String confirmationId,
      @Nullable String pin,
      @Nullable String code,
      @Nullable String codeId,
      @Nullable Assertion passkey) {
    if (passkey == null && (pin == null || pin.isEmpty())) {
      throw Problem.of(ErrorCode.PIN_REQUIRED).thrown();
    }
    ConfirmationId confirmation =
        ConfirmationId.parse(Text.required("confirmation_id", confirmationId, 60))
            .orElseThrow(() -> Problem.of(ErrorCode.CONFIRMATION_INVALID).thrown());
    if (passkey != null) {
      return new Authority.Passkey(confirmation, passkey);
    }
    Optional<String> shown = Text.optional("code", code, 12);
    Optional<CodeId> sent =
        Text.optional("code_id", codeId, 60)
            .map(
                text ->
                    CodeId.parse(text)
                        .orElseThrow(() -> Problem.of(ErrorCode.CODE_EXPIRED).thrown()));
    return new Authority.Pin(confirmation, Text.required("pin", pin, 12), shown, sent);
  }

  @Override
  public String toString() {
    return "ConfirmRequest[" + amount + "]";
  }
}
