package dev.qiao.payment;

import dev.qiao.api.Amount;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.channel.Channel;
import dev.qiao.channel.Scene;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payment as its payer sees it. */
@Schema(name = "Payment")
public record PaymentView(
    PaymentId id,
    Payment.State state,
    @Nullable String reason,
    Amount amount,
    PayeeView payee,
    @Nullable String note,
    Scene scene,
    Names channel,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant finishedAt,
    String receiptNumber,
    @Nullable String orderReference,
    Amount refunded) {

  public static PaymentView of(Payment payment, Channel channel) {
    return new PaymentView(
        payment.id(),
        payment.state(),
        reason(payment.state()),
        Amount.of(payment.amount()),
        PayeeView.of(payment.payee()),
        payment.note().orElse(null),
        payment.scene(),
        new Names(channel.name(), channel.nameEn()),
        payment.createdAt(),
        payment.expiresAt(),
        payment.finishedAt().orElse(null),
        ReceiptNumber.of(payment.id().value()),
        payment.orderReference().orElse(null),
        Amount.of(payment.refunded()));
  }

  /** Why it waits, or the code of a final state that took no money. */
  public static @Nullable String reason(Payment.State state) {
    return switch (state) {
      case EXPIRED -> "payment_expired";
      case CANCELLED -> "payment_cancelled";
      case PROCESSING -> "held_for_review";
      case FAILED -> "held_refused";
      case REQUIRES_CONFIRMATION, SUCCEEDED, UNKNOWN -> null;
    };
  }
}
