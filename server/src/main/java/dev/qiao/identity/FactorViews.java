package dev.qiao.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered about second factors. What holds a secret never prints it. */
final class FactorViews {
  private FactorViews() {}

  /** What somebody who has shown one factor is asked for. */
  @Schema(name = "SecondFactor")
  record SecondFactorView(String token, List<Factor> methods, Instant expiresAt) {
    @Override
    public String toString() {
      return "SecondFactor" + methods;
    }
  }

  /**
   * @param locked what of it an operator has locked
   */
  @Schema(name = "Factors")
  record FactorsView(
      boolean password,
      boolean pin,
      int passkeys,
      @Nullable Instant authenticatorSince,
      int recoveryCodesLeft,
      boolean secondFactorRequired,
      int passwordMinimum,
      List<WayIn.Kind> locked) {}

  /**
   * A secret for an authenticator app, as text (RFC 4648 Base 32) and as what a code to scan says.
   */
  @Schema(name = "AuthenticatorSecret")
  record AuthenticatorSecretView(String secret, String uri) {
    @Override
    public String toString() {
      return "AuthenticatorSecret";
    }
  }

  @Schema(name = "RecoveryCodes")
  record RecoveryCodesView(List<String> codes) {
    @Override
    public String toString() {
      return "RecoveryCodes";
    }
  }

  /** By which factors one can show again that it is oneself; none means: by signing in again. */
  @Schema(name = "ProofMethods")
  record ProofMethodsView(List<Factor> methods) {}
}
