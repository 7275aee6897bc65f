package dev.qiao.bank;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A linked account as answers carry it. {@code behaviour} is null everywhere but at the sandbox bank. */
@Schema(name = "LinkedAccount")
public record LinkedAccountView(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "lnk_01h455vb4pex5vsknk084sn02q") String id,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) BankNames bank,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "8213") String tail,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = true) @Nullable SandboxBehaviour behaviour) {

  /** A bank's two names. */
  public record BankNames(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String nameEn) {}

  public static LinkedAccountView of(LinkedAccount account) {
    return new LinkedAccountView(
        account.id().text(),
        new BankNames(account.bankName(), account.bankNameEn()),
        account.tail(),
        account.behaviour().orElse(null));
  }
}
