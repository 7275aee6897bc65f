package dev.qiao.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stored change of an account.
 *
 * @param verb freeze, unfreeze, limit or close
 * @param side which one was frozen or unfrozen
 * @param floor the one that was asked for, or that the account kept; empty for none
 * @param ceiling the one that was asked for, or that the account kept; empty for none
 * @param refusal why nothing was done; empty when it was done
 */
public record AccountChangeRecord(
    ChangeId id,
    Instant at,
    String verb,
    Optional<Side> side,
    OptionalLong floor,
    OptionalLong ceiling,
    String reference,
    Optional<AccountRefusal> refusal) {}
