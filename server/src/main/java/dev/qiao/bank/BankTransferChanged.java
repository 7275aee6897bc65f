package dev.qiao.bank;

import java.util.UUID;

/**
 * Told in the process after a commit: the transfer of this id succeeded, failed or became unknown.
 * May get lost.
 */
public record BankTransferChanged(UUID id) {}
