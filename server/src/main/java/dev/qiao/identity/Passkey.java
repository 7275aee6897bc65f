package dev.qiao.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * A WebAuthn credential by which a party signs in and confirms. What its owner sees of it: the keys
 * stay in the tables.
 *
 * @param backedUp whether the owner's other devices have it too
 * @param lockedAt since when an operator has it locked, if so
 */
record Passkey(
    PasskeyId id,
    String name,
    boolean backedUp,
    Instant createdAt,
    Optional<Instant> usedAt,
    Optional<Instant> lockedAt) {
  /** Whether it signs anybody in, or confirms anything. */
  boolean opens() {
    return lockedAt.isEmpty();
  }
}
