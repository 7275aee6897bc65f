package dev.qiao.wallet;

import dev.qiao.api.Amount;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.identity.Person;
import dev.qiao.payment.PayeeView;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PaymentView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transfer as its payer sees it. */
@Schema(name = "Transfer")
record TransferView(
    TransferId id,
    Payment.State state,
    @Nullable String reason,
    Amount amount,
    PayeeView payee,
    @Nullable String note,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant finishedAt,
    String receiptNumber) {

  /**
   * @param payee empty when they were erased meanwhile
   */
  static TransferView of(Transfer transfer, Optional<Person> payee) {
    return new TransferView(
        transfer.id(),
        transfer.state(),
        PaymentView.reason(transfer.state()),
        Amount.of(transfer.amount()),
        PayeeView.person(
            payee.map(Person::maskedName).orElse("*"),
            payee.map(Person::maskedPhone).orElse(""),
            null),
        transfer.note().orElse(null),
        transfer.createdAt(),
        transfer.expiresAt(),
        transfer.finishedAt().orElse(null),
        ReceiptNumber.of(transfer.id().value()));
  }
}
