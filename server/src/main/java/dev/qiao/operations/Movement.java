package dev.qiao.operations;

import dev.qiao.api.ReceiptNumber;
import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Scene;
import dev.qiao.ids.TypeId;
import dev.qiao.money.Money;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PaymentLists;
import dev.qiao.payment.PaymentView;
import dev.qiao.payment.Refund;
import dev.qiao.wallet.BankMove;
import dev.qiao.wallet.Transfer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Money that moved, or was to: one of the kinds that the modules keep, seen alike. */
sealed interface Movement {
  record Paid(Payment payment) implements Movement {}

  record GivenBack(Payment payment, Refund refund) implements Movement {}

  record Sent(Transfer transfer) implements Movement {}

  record Banked(BankMove move) implements Movement {}

  static Movement of(PaymentLists.Movement movement) {
    return movement
        .refund()
        .<Movement>map(refund -> new GivenBack(movement.payment(), refund))
        .orElseGet(() -> new Paid(movement.payment()));
  }

  /** Its place in a list: the id of the posting that moved the money, or else its own. */
  default UUID place() {
    return switch (this) {
      case Paid(var payment) ->
          payment.posting().map(posting -> posting.value()).orElse(payment.id().value());
      case GivenBack(_, var refund) -> refund.posting().value();
      case Sent(var transfer) ->
          transfer.posting().map(posting -> posting.value()).orElse(transfer.id().value());
      case Banked(var move) -> move.id().value();
    };
  }

  default String id() {
    return switch (this) {
      case Paid(var payment) -> payment.id().text();
      case GivenBack(_, var refund) -> refund.id().text();
      case Sent(var transfer) -> transfer.id().text();
      case Banked(var move) -> move.id().text();
    };
  }

  default String kind() {
    return switch (this) {
      case Paid _ -> "payment";
      case GivenBack _ -> "refund";
      case Sent _ -> "transfer";
      case Banked(var move) -> move.id().kind().text();
    };
  }

  default String state() {
    return switch (this) {
      case Paid(var payment) -> payment.state().text();
      case GivenBack _ -> "succeeded";
      case Sent(var transfer) -> transfer.state().text();
      case Banked(var move) -> move.state().text();
    };
  }

  default Optional<String> reason() {
    return switch (this) {
      case Paid(var payment) -> Optional.ofNullable(PaymentView.reason(payment.state()));
      case GivenBack(_, var refund) -> refund.reason();
      case Sent(var transfer) -> Optional.ofNullable(PaymentView.reason(transfer.state()));
      case Banked(var move) -> move.reason().or(move::refusal);
    };
  }

  default Money amount() {
    return switch (this) {
      case Paid(var payment) -> payment.amount();
      case GivenBack(_, var refund) -> refund.amount();
      case Sent(var transfer) -> transfer.amount();
      case Banked(var move) -> move.amount();
    };
  }

  default Instant createdAt() {
    return switch (this) {
      case Paid(var payment) -> payment.createdAt();
      case GivenBack(_, var refund) -> refund.at();
      case Sent(var transfer) -> transfer.createdAt();
      case Banked(var move) -> move.createdAt();
    };
  }

  default Optional<Instant> finishedAt() {
    return switch (this) {
      case Paid(var payment) -> payment.finishedAt();
      case GivenBack(_, var refund) -> Optional.of(refund.at());
      case Sent(var transfer) -> transfer.finishedAt();
      case Banked(var move) -> move.finishedAt();
    };
  }

  default Optional<Instant> expiresAt() {
    return switch (this) {
      case Paid(var payment) -> Optional.of(payment.expiresAt());
      case GivenBack _ -> Optional.empty();
      case Sent(var transfer) -> Optional.of(transfer.expiresAt());
      case Banked(var move) -> Optional.of(move.deadline());
    };
  }

  default Optional<String> note() {
    return switch (this) {
      case Paid(var payment) -> payment.note();
      case GivenBack(var payment, _) -> payment.note();
      case Sent(var transfer) -> transfer.note();
      case Banked _ -> Optional.empty();
    };
  }

  default Optional<String> orderReference() {
    return switch (this) {
      case Paid(var payment) -> payment.orderReference();
      case GivenBack(var payment, _) -> payment.orderReference();
      case Sent _, Banked _ -> Optional.empty();
    };
  }

  /** The channel; people send each other money by the wallet's own. */
  default Optional<ChannelId> channel() {
    return switch (this) {
      case Paid(var payment) -> Optional.of(payment.channel());
      case GivenBack(var payment, _) -> Optional.of(payment.channel());
      case Sent _ -> Optional.empty();
      case Banked(var move) -> Optional.of(move.channel());
    };
  }

  default Scene scene() {
    return switch (this) {
      case Paid(var payment) -> payment.scene();
      case GivenBack(var payment, _) -> payment.scene();
      case Sent _ -> Scene.APP;
      case Banked(var move) -> move.scene();
    };
  }

  /** What the ledger and the trail know it by: a refund goes by its payment. */
  default String reference() {
    return this instanceof GivenBack(var payment, _) ? payment.id().text() : id();
  }

  default String receiptNumber() {
    return ReceiptNumber.of(TypeId.parse(id()).orElseThrow().value());
  }
}
