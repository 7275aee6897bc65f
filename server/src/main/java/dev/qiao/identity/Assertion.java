package dev.qiao.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a passkey signed, as the browser hands it over: base64url without padding (Web
 * Authentication, {@code AuthenticatorAssertionResponse}).
 */
@Schema(name = "PasskeyAssertion")
public record Assertion(
    @Nullable String challengeId,
    @Nullable String credentialId,
    @Nullable String clientData,
    @Nullable String authenticatorData,
    @Nullable String signature,
    @Nullable String userHandle) {
  @Override
  public String toString() {
    return "Assertion[" + challengeId + "]";
  }
}
