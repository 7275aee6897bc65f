package dev.qiao.wallet;

import dev.qiao.api.Amount;
import dev.qiao.channel.Scene;
import dev.qiao.payment.Names;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receipt: a line with all that belongs to it. */
@Schema(name = "ActivityDetail")
record ActivityDetail(
    String id,
    ActivityKind kind,
    @Schema(allowableValues = {"in", "out"}) String direction,
    @Schema(allowableValues = {"pending", "unknown", "succeeded", "failed", "cancelled"})
        String state,
    @Nullable String reason,
    Amount amount,
    Instant at,
    ActivityView.Counterparty counterparty,
    @Nullable String note,
    Scene scene,
    Names channel,
    @Nullable Amount refunded,
    String receiptNumber,
    @Nullable String orderReference,
    @Nullable Names store,
    @Nullable Instant finishedAt,
    List<RefundLine> refunds,
    @Nullable String paymentId,
    @Nullable Amount balanceAfter,
    @Nullable Instant deadline,
    @Nullable BankLine bank) {

  /** A part of a payment that was given back. */
  @Schema(name = "RefundLine")
  record RefundLine(String id, Amount amount, Instant at) {}

  /** The bank account on the other side. */
  @Schema(name = "BankLine")
  record BankLine(String name, @Nullable String nameEn, String tail) {}

  static ActivityDetail of(
      ActivityView line, ActivitySource.More more, @Nullable Amount balanceAfter) {
    return new ActivityDetail(
        line.id(),
        line.kind(),
        line.direction(),
        line.state(),
        line.reason(),
        line.amount(),
        line.at(),
        line.counterparty(),
        line.note(),
        line.scene(),
        line.channel(),
        line.refunded(),
        more.receiptNumber(),
        more.orderReference(),
        more.store(),
        more.finishedAt(),
        more.refunds(),
        more.paymentId(),
        balanceAfter,
        more.deadline(),
        more.bank());
  }
}
