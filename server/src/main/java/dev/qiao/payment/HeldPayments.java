package dev.qiao.payment;

import dev.qiao.api.ErrorCode;
import dev.qiao.api.Events;
import dev.qiao.api.Problem;
import dev.qiao.ids.Ids;
import dev.qiao.ids.TypeId;
import dev.qiao.ledger.Companion;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.PostingId;
import dev.qiao.ledger.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Payments that wait for their payer's second word. Nothing is set aside and nothing of a limit is
 * used while one waits: both happen in the step that moves the money, as for any other payment.
 */
@Component
class HeldPayments implements Holdable {
  private final PaymentTables tables;
  private final Payments payments;
  private final PersonAccounts accounts;
  private final Ledger ledger;
  private final Refusals refusals;
  private final Events events;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  HeldPayments(
      PaymentTables tables,
      Payments payments,
      PersonAccounts accounts,
      Ledger ledger,
      Refusals refusals,
      Events events,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.payments = payments;
    this.accounts = accounts;
    this.ledger = ledger;
    this.refusals = refusals;
    this.events = events;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public boolean holds(String thing) {
    return TypeId.parse("pay", thing).isPresent();
  }

  @Override
  public Names payee(String thing) {
    Payee payee = payments.find(PaymentId.from(thing)).orElseThrow().payee();
    return new Names(payee.name(), payee.nameEn().orElse(null));
  }

  @Override
  public Optional<Problem> release(String thing, Ending ending) {
    Optional<Payment> held =
        payments.find(PaymentId.from(thing)).filter(p -> p.state() == Payment.State.PROCESSING);
    if (held.isEmpty()) {
      return Optional.of(Problem.of(ErrorCode.HELD_ANSWERED));
    }
    Payment payment = held.get();
    Optional<Problem> closed = payments.closed(payment);
    if (closed.isPresent()) {
      return closed;
    }
    UUID payer = payment.payer().orElseThrow();
    PostingId posting = new PostingId(ids.next());
    Instant now = clock.instant();
    List<Companion> companions = new ArrayList<>();
    companions.add(ending.companion());
    companions.add(tables.released(payment.id(), payer, posting, now));
    companions.add(tables.attempted(posting, payment.id(), now));
    companions.addAll(payments.told(payment.paid(payer, posting, now), "payment.succeeded", now));
    return switch (ledger.post(payments.move(payment, posting, payer), companions).first()) {
      case PostResult.Posted _ -> {
        events.wake();
        yield Optional.empty();
      }
      case PostResult.Refused(_, Refusal reason) when reason == Refusal.GUARD_MISSED ->
          Optional.of(Problem.of(ErrorCode.HELD_ANSWERED));
      case PostResult.Refused(_, Refusal reason) ->
          Optional.of(refusals.of(reason, accounts.of(payer), payer, payment));
      case PostResult.IdReused _, PostResult.Replayed _ ->
          throw new IllegalStateException("A fresh id was used before");
    };
  }

  @Override
  public void refuse(String thing, Ending ending) {
    Payment payment = payments.find(PaymentId.from(thing)).orElseThrow();
    Instant now = clock.instant();
    transaction.executeWithoutResult(
        status -> {
          if (ending.take() && tables.fail(payment.id(), now)) {
            events.tellMerchant(
                payment.payee().merchant().value(),
                payment.payee().store().value(),
                "payment.failed",
                payment.id(),
                now,
                payment.amount(),
                "failed");
            events.tellPerson(
                payment.payer().orElseThrow(),
                "payment.failed",
                payment.id(),
                now,
                payment.amount(),
                "failed");
          }
        });
    events.wake();
  }
}
