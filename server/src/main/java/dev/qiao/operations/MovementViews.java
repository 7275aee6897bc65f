package dev.qiao.operations;

import dev.qiao.api.Amount;
import dev.qiao.channel.Scene;
import dev.qiao.payment.Names;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Movements of money as operators see them. People's names are masked. */
final class MovementViews {
  private MovementViews() {}

  @Schema(name = "OperationsPayment")
  record MovementView(
      String id,
      @Schema(allowableValues = {"payment", "refund", "transfer", "top_up", "withdrawal"})
          String kind,
      Instant at,
      String state,
      Amount amount,
      String payer,
      String payee,
      @Nullable String payeeEn,
      Names channel,
      Scene scene,
      String receiptNumber) {}

  @Schema(name = "OperationsPaymentPage")
  record MovementPage(List<MovementView> items, @Nullable String nextCursor) {}

  @Schema(name = "OperationsPaymentDetail")
  record DetailView(
      String id,
      @Schema(allowableValues = {"payment", "refund", "transfer", "top_up", "withdrawal"})
          String kind,
      Instant at,
      String state,
      Amount amount,
      String payer,
      String payee,
      @Nullable String payeeEn,
      Names channel,
      Scene scene,
      String receiptNumber,
      @Nullable String reason,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant finishedAt,
      @Nullable String orderReference,
      @Nullable String note,
      List<AttemptView> attempts,
      List<RefundView> refunds,
      List<PostingView> postings,
      List<AuditEntryView> trail) {}

  @Schema(name = "Attempt")
  record AttemptView(String postingId, Instant at, String state, @Nullable String reason) {}

  @Schema(name = "OperationsRefund")
  record RefundView(String id, Amount amount, Instant at, String by, @Nullable String reason) {}

  /** {@code result} is posted, or refused and why. */
  @Schema(name = "PostingView")
  record PostingView(String id, String kind, Instant at, String result, List<LegView> legs) {}

  @Schema(name = "LegView")
  record LegView(AccountView debit, AccountView credit, Amount amount) {}

  @Schema(name = "AccountView")
  record AccountView(long number, String kind, String name, Amount balanceAfter, long sequence) {}

  @Schema(name = "AuditEntry")
  record AuditEntryView(
      String id,
      Instant at,
      @Schema(allowableValues = {"person", "staff", "operator", "system", "link"}) String actorKind,
      String actor,
      @Nullable String actorId,
      String act,
      String object,
      @Nullable String channel,
      @Nullable String address,
      String outcome,
      @Nullable String reason) {}

  @Schema(name = "AuditEntryPage")
  record AuditPage(List<AuditEntryView> items, @Nullable String nextCursor) {}
}
