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
    Optional<String> reason) {}
