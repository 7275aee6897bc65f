package dev.qiao.verification;

import dev.qiao.decision.Evidence;
import dev.qiao.identity.Subject;
import dev.qiao.vault.Life;
import java.time.Instant;

/** A document without its content. */
record Document(
    DocumentId id,
    VerificationId request,
    Subject subject,
    Evidence kind,
    DocumentType type,
    int bytes,
    Life life,
    Instant addedAt) {}
