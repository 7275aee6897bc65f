package dev.qiao.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new passkey, as the browser hands it over: base64url without padding (Web Authentication,
 * {@code AuthenticatorAttestationResponse}). {@code name} is what its owner calls it.
 */
@Schema(name = "PasskeyAttestation")
record Attestation(
    @Nullable String challengeId,
    @Nullable String credentialId,
    @Nullable String clientData,
    @Nullable String attestationObject,
    @Nullable List<String> transports,
    @Nullable String name) {
  @Override
  public String toString() {
    return "Attestation[" + challengeId + "]";
  }
}
