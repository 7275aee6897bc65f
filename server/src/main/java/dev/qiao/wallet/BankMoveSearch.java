package dev.qiao.wallet;

import dev.qiao.api.ReceiptNumber;
import java.util.Optional;
import java.util.UUID;

/**
 * What an operator looks for.
 *
 * @param ids where a receipt number leads
 * @param before the id at which the page before ended
 */
public record BankMoveSearch(
    Optional<BankMove.State> state,
    Optional<ReceiptNumber.Range> ids,
    Optional<UUID> before,
    int limit) {}
