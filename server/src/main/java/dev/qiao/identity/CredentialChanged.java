package dev.qiao.identity;

import java.util.UUID;

/**
 * Something changed about how a person's wallet is opened. Published in the transaction that
 * changed it, so that telling the person commits with it.
 *
 * @param id of the change
 */
public record CredentialChanged(UUID id, UUID person, CredentialChange what) {}
