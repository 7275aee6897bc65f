package dev.qiao.verification;

import dev.qiao.decision.Evidence;
import dev.qiao.identity.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A request of a person, or of a business, for a tier.
 *
 * @param reason why more is needed, or why it was refused
 * @param wanted what more is needed
 * @param granted the tier that came of it
 */
record Request(
    VerificationId id,
    Subject subject,
    String tier,
    State state,
    Optional<String> reason,
    List<Evidence> wanted,
    Optional<UUID> reviewer,
    Optional<String> granted,
    Optional<LocalDate> documentsExpireOn,
    Instant openedAt,
    Optional<Instant> submittedAt,
    Optional<Instant> decidedAt) {}
