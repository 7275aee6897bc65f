package dev.qiao.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who did what to what, and how it ended. Actors and objects are ids: no personal data. */
public record AuditEntry(
    UUID id,
    Instant at,
    String actorKind,
    Optional<UUID> actor,
    String act,
    String object,
    Optional<UUID> channel,
    Optional<String> address,
    String outcome,
    Optional<String> reason) {

  /**
   * The reason as those may see it whom it is about. What operators write down is for operators: it
   * may say what somebody is suspected of.
   */
  public Optional<String> openReason() {
    return actorKind.equals("operator") ? Optional.empty() : reason;
  }
}
