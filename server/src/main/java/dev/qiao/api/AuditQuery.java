package dev.qiao.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is looked for in the audit trail; everything that is given has to fit.
 *
 * @param before the id after which, going back in time, the page begins
 * @param text the beginning of an act, or a whole object
 * @param actorKind person, staff, operator or system
 * @param act the beginning of an act
 * @param object a whole object
 * @param from the earliest time
 * @param until the time before which it was
 */
public record AuditQuery(
    Optional<UUID> before,
    Optional<String> text,
    Optional<String> actorKind,
    Optional<UUID> actor,
    Optional<String> act,
    Optional<String> object,
    Optional<Instant> from,
    Optional<Instant> until) {}
