package dev.qiao.wallet;

import dev.qiao.api.Amount;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.bank.LinkedAccountView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A top-up or withdrawal as answers carry it. */
@Schema(name = "BankMove")
record BankMoveView(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "top_01h455vb4pex5vsknk084sn02q") String id,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) BankMove.State state,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = true, description = "An error code, when it failed")
        @Nullable String reason,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Amount amount,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) LinkedAccountView account,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant createdAt,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "Until when the outcome is found out without anybody's help")
        Instant deadline,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = true) @Nullable Instant finishedAt,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String receiptNumber) {

  static BankMoveView of(BankMove move) {
    return new BankMoveView(
        move.id().text(),
        move.state(),
        move.reason().orElse(null),
        Amount.of(move.amount()),
        LinkedAccountView.of(move.account()),
        move.createdAt(),
        move.deadline(),
        move.finishedAt().orElse(null),
        ReceiptNumber.of(move.id().value()));
  }
}
