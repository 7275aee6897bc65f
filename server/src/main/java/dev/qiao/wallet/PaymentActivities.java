package dev.qiao.wallet;

import dev.qiao.api.Amount;
import dev.qiao.api.ReceiptNumber;
import dev.qiao.channel.Channel;
import dev.qiao.channel.Channels;
import dev.qiao.ids.TypeId;
import dev.qiao.ledger.PostingId;
import dev.qiao.payment.Names;
import dev.qiao.payment.Payee;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PaymentFigures;
import dev.qiao.payment.PaymentId;
import dev.qiao.payment.PaymentLists;
import dev.qiao.payment.Payments;
import dev.qiao.payment.Refund;
import dev.qiao.payment.RefundId;
import dev.qiao.payment.Refunds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Payments and refunds in a person's list. */
@Component
class PaymentActivities implements ActivitySource {
  private final PaymentLists lists;
  private final PaymentFigures figures;
  private final Payments payments;
  private final Refunds refunds;
  private final Channels channels;

  PaymentActivities(
      PaymentLists lists,
      PaymentFigures figures,
      Payments payments,
      Refunds refunds,
      Channels channels) {
    this.lists = lists;
    this.figures = figures;
    this.payments = payments;
    this.refunds = refunds;
    this.channels = channels;
  }

  @Override
  public List<Item> list(Window window) {
    var part =
        new PaymentLists.Window(window.before(), window.from(), window.search(), window.limit());
    Stream<Item> paid =
        window.filter().shows(ActivityKind.PAYMENT, false)
            ? lists.paidBy(window.person(), part).stream()
                .map(payment -> new Item(payment.posting().orElseThrow().value(), line(payment)))
            : Stream.empty();
    Stream<Item> returned =
        window.filter().shows(ActivityKind.REFUND, true)
            ? lists.refundsTo(window.person(), part).stream()
                .map(
                    move ->
                        new Item(move.place(), line(move.refund().orElseThrow(), move.payment())))
            : Stream.empty();
    return Stream.concat(paid, returned).toList();
  }

  @Override
  public Optional<Found> find(UUID person, String id) {
    return TypeId.parse(id)
        .flatMap(
            typed ->
                switch (typed.prefix()) {
                  case "pay" -> paid(new PaymentId(typed.value()), person);
                  case "ref" -> returned(new RefundId(typed.value()), person);
                  default -> Optional.empty();
                });
  }

  private Optional<Found> paid(PaymentId id, UUID person) {
    return payments
        .find(id, person)
        .map(
            payment ->
                new Found(
                    line(payment),
                    more(
                        payment,
                        id.value(),
                        refunds.of(id).stream()
                            .map(
                                refund ->
                                    new ActivityDetail.RefundLine(
                                        refund.id().text(),
                                        Amount.of(refund.amount()),
                                        refund.at()))
                            .toList(),
                        null,
                        payment.finishedAt(),
                        payment.posting())));
  }

  private Optional<Found> returned(RefundId id, UUID person) {
    return refunds
        .find(id)
        .flatMap(
            refund ->
                payments
                    .find(refund.payment(), person)
                    .map(
                        payment ->
                            new Found(
                                line(refund, payment),
                                more(
                                    payment,
                                    id.value(),
                                    List.of(),
                                    payment.id().text(),
                                    Optional.of(refund.at()),
                                    Optional.of(refund.posting())))));
  }

  private More more(
      Payment payment,
      UUID id,
      List<ActivityDetail.RefundLine> refunds,
      String paymentId,
      Optional<Instant> finishedAt,
      Optional<PostingId> posting) {
    Payee payee = payment.payee();
    return new More(
        ReceiptNumber.of(id),
        payment.orderReference().orElse(null),
        new Names(payee.storeName(), payee.storeNameEn().orElse(null)),
        finishedAt.orElse(null),
        refunds,
        paymentId,
        payment.state() == Payment.State.REQUIRES_CONFIRMATION ? payment.expiresAt() : null,
        null,
        posting);
  }

  @Override
  public List<Day> days(UUID person, Instant from, Instant to) {
    return figures.days(person, from, to).stream()
        .map(day -> new Day(day.date(), day.out(), day.in()))
        .toList();
  }

  private ActivityView line(Payment payment) {
    return new ActivityView(
        payment.id().text(),
        ActivityKind.PAYMENT,
        "out",
        state(payment.state()),
        reason(payment.state()),
        Amount.of(payment.amount()),
        payment.finishedAt().orElse(payment.createdAt()),
        counterparty(payment.payee()),
        payment.note().orElse(null),
        payment.scene(),
        channel(payment),
        payment.refunded().isZero() ? null : Amount.of(payment.refunded()));
  }

  private ActivityView line(Refund refund, Payment payment) {
    return new ActivityView(
        refund.id().text(),
        ActivityKind.REFUND,
        "in",
        "succeeded",
        null,
        Amount.of(refund.amount()),
        refund.at(),
        counterparty(payment.payee()),
        refund.reason().orElse(null),
        payment.scene(),
        channel(payment),
        null);
  }

  private static ActivityView.Counterparty counterparty(Payee payee) {
    return new ActivityView.Counterparty(
        "merchant", payee.name(), payee.nameEn().orElse(null), payee.category());
  }

  private Names channel(Payment payment) {
    Channel channel = channels.of(payment.channel());
    return new Names(channel.name(), channel.nameEn());
  }

  static String state(Payment.State state) {
    return switch (state) {
      case REQUIRES_CONFIRMATION, PROCESSING -> "pending";
      case SUCCEEDED -> "succeeded";
      case FAILED, EXPIRED -> "failed";
      case CANCELLED -> "cancelled";
      case UNKNOWN -> "unknown";
    };
  }

  static String reason(Payment.State state) {
    return switch (state) {
      case EXPIRED -> "payment_expired";
      case CANCELLED -> "payment_cancelled";
      case PROCESSING -> "held_for_review";
      case FAILED -> "held_refused";
      case REQUIRES_CONFIRMATION, SUCCEEDED, UNKNOWN -> null;
    };
  }
}
