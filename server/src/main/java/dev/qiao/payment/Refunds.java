package dev.qiao.payment;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Events;
import dev.qiao.api.Once;
import dev.qiao.api.Problem;
import dev.qiao.channel.Channel;
import dev.qiao.channel.Channels;
import dev.qiao.decision.Limits;
import dev.qiao.identity.Subject;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.AllowanceId;
import dev.qiao.ledger.Companion;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.Posting;
import dev.qiao.ledger.PostingId;
import dev.qiao.ledger.Refusal;
import dev.qiao.money.Money;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** A shop gives money back to a person who paid. */
@Service
public class Refunds {
  private final PaymentTables tables;
  private final Payments payments;
  private final Channels channels;
  private final PersonAccounts accounts;
  private final Ledger ledger;
  private final Limits limits;
  private final Refusals refusals;
  private final Events events;
  private final AuditTrail trail;
  private final Ids ids;
  private final InstantSource clock;

  Refunds(
      PaymentTables tables,
      Payments payments,
      Channels channels,
      PersonAccounts accounts,
      Ledger ledger,
      Limits limits,
      Refusals refusals,
      Events events,
      AuditTrail trail,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.payments = payments;
    this.channels = channels;
    this.accounts = accounts;
    this.ledger = ledger;
    this.limits = limits;
    this.refusals = refusals;
    this.events = events;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  public List<Refund> of(PaymentId id) {
    return tables.refunds(id);
  }

  public Optional<Refund> find(RefundId id) {
    return tables.findRefund(id);
  }

  /**
   * Gives money back, in part or whole, never more than was taken.
   *
   * @param within what limits who gives it back; empty is nothing
   * @param answer makes the answer of the payment as it is afterwards, which commits with it
   */
  public Refunding refund(
      Payment payment,
      Money amount,
      Optional<String> reason,
      Optional<AllowanceId> within,
      Caller staff,
      Once once,
      Function<Refunding.Refunded, Object> answer) {
    if (payment.state() != Payment.State.SUCCEEDED) {
      return new Refunding.Refused(Problem.of(ErrorCode.PAYMENT_NOT_REFUNDABLE));
    }
    if (amount.isGreaterThan(payment.refundable())) {
      return new Refunding.Refused(exceeds(payment));
    }
    if (!channels.of(payment.channel()).admits(payment.scene(), Channel.Act.REFUND)) {
      return new Refunding.Refused(Problem.of(ErrorCode.CHANNEL_CLOSED));
    }
    UUID payer = payment.payer().orElseThrow();
    limits.prepare(Subject.person(payer));
    Instant now = clock.instant();
    PostingId posting = new PostingId(ids.next());
    var refund =
        new Refund(
            new RefundId(ids.next()), payment.id(), amount, reason, staff.party(), now, posting);
    Payment after = withRefunded(payment, payment.refunded().plus(amount));
    Posting.Builder move =
        Posting.of(posting, "refund", payment.id().text())
            .leg(payment.payee().account(), accounts.of(payer), amount)
            .channel(payment.channel().value())
            .scene(payment.scene().text());
    within.ifPresent(allowance -> move.use(allowance, amount));
    List<Companion> companions =
        new ArrayList<>(
            List.of(
                tables.refunding(payment, amount),
                tables.refunded(refund, payment),
                events.ofMerchant(
                    payment.payee().merchant().value(),
                    payment.payee().store().value(),
                    "refund.succeeded",
                    refund.id(),
                    now,
                    amount,
                    "succeeded"),
                events.ofPerson(payer, "refund.succeeded", refund.id(), now, amount, "succeeded"),
                trail.companion(
                    staff,
                    "refund.create",
                    payment.id().text(),
                    payment.channel().value(),
                    "succeeded",
                    reason.orElse(null))));
    companions.addAll(once.companions(201, answer.apply(new Refunding.Refunded(refund, after))));
    return switch (ledger.post(move.build(), companions).first()) {
      case PostResult.Posted _ -> {
        events.wake();
        yield new Refunding.Refunded(refund, after);
      }
      case PostResult.Refused(_, Refusal why) when why == Refusal.GUARD_MISSED ->
          // Another refund came between: decide anew on what is left.
          refund(
              payments.find(payment.id()).orElseThrow(),
              amount,
              reason,
              within,
              staff,
              once,
              answer);
      case PostResult.Refused(_, Refusal why) when why == Refusal.ALLOWANCE_EXCEEDED ->
          new Refunding.Refused(overLimit(within.orElseThrow()));
      case PostResult.Refused(_, Refusal why) when why == Refusal.INSUFFICIENT_FUNDS ->
          new Refunding.Refused(Problem.of(ErrorCode.MERCHANT_FUNDS_INSUFFICIENT));
      case PostResult.Refused(_, var why) ->
          new Refunding.Refused(refusals.of(why, payment.payee().account()));
      case PostResult.IdReused _, PostResult.Replayed _ ->
          throw new IllegalStateException("A fresh id was used before");
    };
  }

  private Problem overLimit(AllowanceId allowance) {
    return Problem.of(ErrorCode.REFUND_LIMIT_EXCEEDED)
        .with("available", ledger.allowance(allowance).orElseThrow().left().minor());
  }

  private static Problem exceeds(Payment payment) {
    return Problem.of(ErrorCode.REFUND_EXCEEDS_PAYMENT)
        .with("refundable", payment.refundable().minor());
  }

  private static Payment withRefunded(Payment payment, Money refunded) {
    return new Payment(
        payment.id(),
        payment.payee(),
        payment.payer(),
        payment.channel(),
        payment.scene(),
        payment.amount(),
        payment.state(),
        payment.note(),
        payment.orderReference(),
        payment.createdBy(),
        payment.createdAt(),
        payment.expiresAt(),
        payment.finishedAt(),
        payment.posting(),
        refunded,
        payment.code(),
        payment.newCustomer());
  }
}
