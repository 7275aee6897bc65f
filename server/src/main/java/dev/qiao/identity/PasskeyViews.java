package dev.qiao.identity;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered about passkeys. Bytes are base64url without padding. */
final class PasskeyViews {
  private PasskeyViews() {}

  @Schema(name = "Passkey")
  record PasskeyView(
      PasskeyId id,
      String name,
      boolean backedUp,
      Instant createdAt,
      @Nullable Instant usedAt,
      @Schema(description = "Since when the platform has it locked") @Nullable Instant lockedAt) {
    static PasskeyView of(Passkey passkey) {
      return new PasskeyView(
          passkey.id(),
          passkey.name(),
          passkey.backedUp(),
          passkey.createdAt(),
          passkey.usedAt().orElse(null),
          passkey.lockedAt().orElse(null));
    }
  }

  @Schema(name = "Passkeys")
  record PasskeysView(List<PasskeyView> items) {}

  /** A passkey that the browser must not make again, or may use. */
  @Schema(name = "PasskeyDescriptor")
  record DescriptorView(String id, List<String> transports) {
    static DescriptorView of(PasskeyTables.Row row) {
      return new DescriptorView(RelyingParty.text(row.credential()), row.transports());
    }
  }

  /** What a browser needs to make a passkey. Its user's name is personal data. */
  @Schema(name = "PasskeyCreation")
  record CreationView(
      ChallengeId challengeId,
      String challenge,
      String rpId,
      String rpName,
      String userHandle,
      String userName,
      String userDisplayName,
      List<Long> algorithms,
      List<DescriptorView> exclude,
      Instant expiresAt) {
    @Override
    public String toString() {
      return challengeId.toString();
    }
  }

  /** What a browser needs to sign with a passkey; an empty {@code allow} lets its owner choose. */
  @Schema(name = "PasskeyRequest")
  record RequestView(
      ChallengeId challengeId,
      String challenge,
      String rpId,
      List<DescriptorView> allow,
      Instant expiresAt) {}
}
