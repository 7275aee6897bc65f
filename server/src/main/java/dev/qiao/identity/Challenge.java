package dev.qiao.identity;

import dev.qiao.api.App;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Bytes that a passkey is to sign: once, for one purpose in one app.
 *
 * @param party whose passkey it must be; empty while nobody knows who is signing in
 */
record Challenge(
    ChallengeId id,
    Purpose purpose,
    App app,
    Optional<UUID> party,
    byte[] bytes,
    Instant expiresAt) {
  static final Duration LIFE = Duration.ofMinutes(5);

  Instant begunAt() {
    return expiresAt.minus(LIFE);
  }

  /** What a signature is good for. */
  enum Purpose {
    REGISTER,
    SIGN_IN,
    /** Confirms one payment. */
    CONFIRM,
    /** Shows again that it is the same person. */
    PROVE;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
