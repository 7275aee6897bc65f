package dev.qiao.wallet;

import dev.qiao.api.Amount;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.bank.LinkedAccountView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A top-up or withdrawal as answers carry it. By {@code deadline} its outcome is found out without
 * anybody's help.
 */
@Schema(name = "BankMove")
record BankMoveView(
    BankMoveId id,
    BankMove.State state,
    @Nullable String reason,
    Amount amount,
    LinkedAccountView account,
    Instant createdAt,
    Instant deadline,
    @Nullable Instant finishedAt,
    String receiptNumber) {

  static BankMoveView of(BankMove move) {
    return new BankMoveView(
        move.id(),
        move.state(),
        move.held() && move.isOpen() ? "held_for_review" : move.reason().orElse(null),
        Amount.of(move.amount()),
        LinkedAccountView.of(move.account()),
        move.createdAt(),
        move.deadline(),
        move.finishedAt().orElse(null),
        ReceiptNumber.of(move.id().value()));
  }
}
