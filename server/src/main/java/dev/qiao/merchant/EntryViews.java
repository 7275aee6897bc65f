package dev.qiao.merchant;

import dev.qiao.api.Amount;
import dev.qiao.api.Id;
import dev.qiao.channel.Scene;
import dev.qiao.payment.Names;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PaymentId;
import dev.qiao.payment.RefundId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payments and refunds as a shop sees them. {@code payer} is the last four digits of a phone
 * number: no more is told.
 */
final class EntryViews {
  private EntryViews() {}

  /**
   * {@code payer} is empty while nobody has paid; {@code by} is the member of staff who asked for
   * it or gave it back.
   */
  @Schema(name = "MerchantEntry")
  record EntryView(
      @Schema(allowableValues = {"payment", "refund"}) String kind,
      @Schema(type = "string") Id id,
      PaymentId paymentId,
      Instant at,
      Amount amount,
      @Schema(example = "8000") String payer,
      boolean newCustomer,
      Scene scene,
      Names channel,
      Names store,
      @Nullable String by,
      @Nullable String reason,
      @Nullable Amount refunded,
      Payment.State state) {}

  @Schema(name = "MerchantEntryPage")
  record EntryPage(List<EntryView> items, @Nullable String nextCursor) {}

  /** {@code qr} is there while a payment that the shop asked for can be paid. */
  @Schema(name = "MerchantPaymentDetail")
  record DetailView(
      @Schema(allowableValues = {"payment", "refund"}) String kind,
      PaymentId id,
      PaymentId paymentId,
      Instant at,
      Amount amount,
      @Schema(example = "8000") String payer,
      boolean newCustomer,
      Scene scene,
      Names channel,
      Names store,
      @Nullable String by,
      @Nullable String reason,
      @Nullable Amount refunded,
      Payment.State state,
      Instant createdAt,
      Instant expiresAt,
      String receiptNumber,
      @Nullable String orderReference,
      @Nullable String note,
      Amount refundable,
      List<RefundView> refunds,
      @Nullable String qr) {}

  @Schema(name = "MerchantRefund")
  record RefundView(RefundId id, Amount amount, @Nullable String reason, String by, Instant at) {}
}
