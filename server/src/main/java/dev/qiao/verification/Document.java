package dev.qiao.verification;

import dev.qiao.decision.Evidence;
import dev.qiao.vault.Life;
import java.time.Instant;
import java.util.UUID;

/** A document without its content. */
record Document(
    DocumentId id,
    VerificationId request,
    UUID person,
    Evidence kind,
    DocumentType type,
    int bytes,
    Life life,
    Instant addedAt) {}
