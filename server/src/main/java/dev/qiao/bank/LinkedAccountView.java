package dev.qiao.bank;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A linked account as answers carry it. {@code behaviour} is null everywhere but at the sandbox
 * bank.
 */
@Schema(name = "LinkedAccount")
public record LinkedAccountView(
    LinkedAccountId id, BankNames bank, String tail, @Nullable SandboxBehaviour behaviour) {

  /** A bank's two names. */
  public record BankNames(String name, String nameEn) {}

  public static LinkedAccountView of(LinkedAccount account) {
    return new LinkedAccountView(
        account.id(),
        new BankNames(account.bankName(), account.bankNameEn()),
        account.tail(),
        account.behaviour().orElse(null));
  }
}
