package dev.qiao.payment;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Events;
import dev.qiao.api.Once;
import dev.qiao.api.Problem;
import dev.qiao.channel.ChannelId;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import dev.qiao.decision.Limits;
import dev.qiao.decision.Movement;
import dev.qiao.identity.Deed;
import dev.qiao.identity.Subject;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.Companion;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.Posting;
import dev.qiao.ledger.PostingId;
import dev.qiao.ledger.Refusal;
import dev.qiao.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** A person pays a shop. */
@Service
public class Payments {
  /** How long a payer may take after scanning a code on a counter. */
  static final Duration CONFIRM_WITHIN = Duration.ofMinutes(15);

  /** How long a code with an amount may be paid. */
  static final Duration CODE_LIVES = Duration.ofMinutes(5);

  private final PaymentTables tables;
  private final Channels channels;
  private final Entrances entrances;
  private final PersonAccounts accounts;
  private final Authorities authorities;
  private final Ledger ledger;
  private final Limits limits;
  private final Refusals refusals;
  private final Reviews reviews;
  private final Events events;
  private final AuditTrail trail;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  Payments(
      PaymentTables tables,
      Channels channels,
      Entrances entrances,
      PersonAccounts accounts,
      Authorities authorities,
      Ledger ledger,
      Limits limits,
      Refusals refusals,
      Reviews reviews,
      Events events,
      AuditTrail trail,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.channels = channels;
    this.entrances = entrances;
    this.accounts = accounts;
    this.authorities = authorities;
    this.ledger = ledger;
    this.limits = limits;
    this.refusals = refusals;
    this.reviews = reviews;
    this.events = events;
    this.trail = trail;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A payment begun by its payer, who has scanned the code on a counter or come by a partner's
   * channel. Not stored yet.
   */
  public Payment begin(
      Payee payee,
      UUID payer,
      ChannelId channel,
      Scene scene,
      Money amount,
      Optional<String> note) {
    Instant now = clock.instant();
    return made(
        payee,
        Optional.of(payer),
        channel,
        scene,
        amount,
        note,
        Optional.empty(),
        Optional.empty(),
        now.plus(CONFIRM_WITHIN),
        Optional.empty());
  }

  /**
   * A payment asked for by a shop, with a code of its own that anyone may pay while it lives. Not
   * stored yet.
   */
  public Payment ask(
      Payee payee,
      UUID staff,
      Money amount,
      Optional<String> orderReference,
      Optional<String> note) {
    return made(
        payee,
        Optional.empty(),
        channels.storeCodes().id(),
        Scene.QR_DYNAMIC,
        amount,
        note,
        orderReference,
        Optional.of(staff),
        clock.instant().plus(CODE_LIVES),
        Optional.of(Payees.unguessable()));
  }

  private Payment made(
      Payee payee,
      Optional<UUID> payer,
      ChannelId channel,
      Scene scene,
      Money amount,
      Optional<String> note,
      Optional<String> orderReference,
      Optional<UUID> createdBy,
      Instant expiresAt,
      Optional<String> code) {
    return new Payment(
        new PaymentId(ids.next()),
        payee,
        payer,
        channel,
        scene,
        amount,
        Payment.State.REQUIRES_CONFIRMATION,
        note,
        orderReference,
        createdBy,
        clock.instant(),
        expiresAt,
        Optional.empty(),
        Optional.empty(),
        Money.zero(amount.unit()),
        code,
        false);
  }

  /** Why a payment may not begin, if there is a reason: its channel is closed, or its shop. */
  public Optional<Problem> closed(Payment payment) {
    return closed(payment, payment.payer());
  }

  private Optional<Problem> closed(Payment payment, Optional<UUID> payer) {
    return entrances
        .closed(payment.channel(), payment.scene(), payment.amount(), payer)
        .or(
            () ->
                payment.payee().open()
                    ? Optional.empty()
                    : Optional.of(Problem.of(ErrorCode.PAYEE_CANNOT_RECEIVE)));
  }

  /** Why a shop cannot take so much now, by its own limits, as its staff are told. */
  public Optional<Problem> overLimit(Payment payment) {
    return limits.lacking(payment.payee().business(), Movement.SALE, payment.amount());
  }

  /** Stores a new payment together with the answer that tells of it. */
  public void store(Payment payment, Once once, Object answer) {
    transaction.executeWithoutResult(
        status -> {
          tables.insert(payment);
          events.tellMerchant(
              payment.payee().merchant().value(),
              payment.payee().store().value(),
              "payment.created",
              payment.id(),
              payment.createdAt(),
              payment.amount(),
              payment.state().text());
          once.store(201, answer);
        });
    events.wake();
  }

  public Optional<Payment> find(PaymentId id) {
    return tables.find(id).map(payment -> payment.at(clock.instant()));
  }

  /** The payment that a code of its own stands for. */
  public Optional<Payment> byCode(String code) {
    return tables.byCode(code).map(payment -> payment.at(clock.instant()));
  }

  /** A payment as its payer may see it: their own, or one that waits for whoever scans it. */
  public Optional<Payment> find(PaymentId id, UUID payer) {
    return find(id)
        .filter(
            payment ->
                payment
                    .payer()
                    .map(payer::equals)
                    .orElse(payment.state() == Payment.State.REQUIRES_CONFIRMATION));
  }

  /** The tries to take the money, as an operator sees them. */
  public List<Attempt> attempts(PaymentId id) {
    return tables.attempts(id);
  }

  /**
   * Takes the money, if the authority suffices and everything else allows it: decided and written
   * in one transaction.
   *
   * @param seen the amount that the payer was shown; another one is refused
   * @param answer makes the answer of the paid payment, which commits with it
   */
  public Confirmation confirm(
      PaymentId id,
      Caller payer,
      Authority authority,
      Money seen,
      Once once,
      Function<Payment, Object> answer) {
    Optional<Payment> found = find(id, payer.party());
    if (found.isEmpty()) {
      return new Confirmation.Refused(Problem.of(ErrorCode.NOT_FOUND));
    }
    Payment payment = found.get();
    Optional<Problem> problem =
        over(payment)
            .or(() -> mismatch(payment, seen))
            .or(() -> closed(payment, Optional.of(payer.party())));
    if (problem.isEmpty()) {
      problem = authorities.lacking(payer.party(), authority, payment.deed());
    }
    if (problem.isPresent()) {
      return new Confirmation.Refused(problem.get());
    }
    return due(payer, authority, payment.deed())
        .map(review -> hold(payment, payer, review, once, answer))
        .orElseGet(() -> take(payment, payer, authority, once, answer));
  }

  private Optional<Reviews.Review> due(Caller payer, Authority authority, Deed deed) {
    return authority instanceof Authority.Granted ? Optional.empty() : reviews.due(payer, deed);
  }

  private Confirmation hold(
      Payment payment,
      Caller payer,
      Reviews.Review review,
      Once once,
      Function<Payment, Object> answer) {
    Payment held = payment.held(payer.party());
    Boolean done =
        transaction.execute(
            status -> {
              if (!tables.hold(payment.id(), payer.party(), clock.instant())) {
                return false;
              }
              reviews.store(review);
              trail.record(
                  payer,
                  "payment.confirm",
                  payment.id().text(),
                  "held",
                  String.join(",", review.reasons()));
              once.store(202, answer.apply(held));
              return true;
            });
    if (!Boolean.TRUE.equals(done)) {
      return new Confirmation.Refused(
          find(payment.id()).flatMap(this::over).orElse(Problem.of(ErrorCode.REQUEST_IN_FLIGHT)));
    }
    reviews.tell(review);
    return new Confirmation.Held(held);
  }

  /**
   * The posting that pays, with what it uses of the payer's limits and of the shop's. Outside of a
   * transaction.
   */
  Posting move(Payment payment, PostingId posting, UUID payer) {
    Posting.Builder move =
        Posting.of(posting, "payment", payment.id().text())
            .leg(accounts.of(payer), payment.payee().account(), payment.amount())
            .channel(payment.channel().value())
            .scene(payment.scene().text());
    Stream.concat(
            limits.uses(Subject.person(payer), Movement.PAYMENT, payment.amount()).stream(),
            limits.uses(payment.payee().business(), Movement.SALE, payment.amount()).stream())
        .forEach(use -> move.use(use.allowance(), use.amount()));
    return move.build();
  }

  private Confirmation take(
      Payment payment,
      Caller payer,
      Authority authority,
      Once once,
      Function<Payment, Object> answer) {
    AccountId from = accounts.of(payer.party());
    PostingId posting = new PostingId(ids.next());
    Instant now = clock.instant();
    Payment paid = payment.paid(payer.party(), posting, now);
    Posting move = move(payment, posting, payer.party());
    List<Companion> companions = new ArrayList<>();
    companions.add(tables.paid(payment.id(), payer.party(), posting, now));
    companions.add(tables.attempted(posting, payment.id(), now));
    companions.addAll(told(paid, "payment.succeeded", now));
    companions.add(
        trail.companion(
            payer,
            "payment.confirm",
            payment.id().text(),
            payment.channel().value(),
            "succeeded",
            Authorities.text(authority)));
    companions.addAll(once.companions(200, answer.apply(paid)));
    return switch (ledger.post(move, companions).first()) {
      case PostResult.Posted _ -> {
        events.wake();
        yield new Confirmation.Confirmed(paid);
      }
      case PostResult.Refused(_, var reason) ->
          refused(payment, posting, payer, reason, from, once);
      case PostResult.IdReused _, PostResult.Replayed _ ->
          throw new IllegalStateException("A fresh id was used before");
    };
  }

  private Confirmation refused(
      Payment payment, PostingId posting, Caller payer, Refusal reason, AccountId from, Once once) {
    // Somebody may have been faster: what it is now says more than what was missing.
    Optional<Problem> over = find(payment.id()).flatMap(this::over);
    if (over.isPresent() || reason == Refusal.GUARD_MISSED) {
      return new Confirmation.Refused(
          over.orElseGet(() -> Problem.of(ErrorCode.REQUEST_IN_FLIGHT)));
    }
    Problem problem = refusals.of(reason, from, payer.party(), payment);
    transaction.executeWithoutResult(
        status -> {
          tables.insertRefused(posting, payment.id(), clock.instant(), problem.code());
          trail.record(payer, "payment.confirm", payment.id().text(), "refused", problem.code());
          once.store(problem);
        });
    return new Confirmation.Refused(problem);
  }

  List<Companion> told(Payment payment, String type, Instant at) {
    String state = payment.state().text();
    return List.of(
        events.ofMerchant(
            payment.payee().merchant().value(),
            payment.payee().store().value(),
            type,
            payment.id(),
            at,
            payment.amount(),
            state),
        events.ofPerson(
            payment.payer().orElseThrow(), type, payment.id(), at, payment.amount(), state));
  }

  /** Why nothing can be done with a payment any more, if so. */
  Optional<Problem> over(Payment payment) {
    return switch (payment.state()) {
      case REQUIRES_CONFIRMATION, PROCESSING, UNKNOWN -> Optional.empty();
      case EXPIRED -> Optional.of(Problem.of(ErrorCode.PAYMENT_EXPIRED));
      case CANCELLED -> Optional.of(Problem.of(ErrorCode.PAYMENT_CANCELLED));
      case SUCCEEDED, FAILED ->
          Optional.of(Problem.of(ErrorCode.PAYMENT_FINISHED).with("state", payment.state().text()));
    };
  }

  private static Optional<Problem> mismatch(Payment payment, Money seen) {
    return payment.amount().equals(seen)
        ? Optional.empty()
        : Optional.of(Problem.of(ErrorCode.CONFIRMATION_MISMATCH));
  }

  /** Calls a waiting payment off. The caller has made sure that it is theirs. */
  public Confirmation cancel(
      Payment payment, Caller caller, Once once, Function<Payment, Object> answer) {
    if (payment.state() == Payment.State.CANCELLED) {
      return new Confirmation.Confirmed(payment);
    }
    Optional<Problem> problem = over(payment);
    if (problem.isPresent()) {
      return new Confirmation.Refused(problem.get());
    }
    Instant now = clock.instant();
    Payment cancelled = payment.with(Payment.State.CANCELLED, now);
    boolean done =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  if (!tables.end(payment.id(), Payment.State.CANCELLED, now)) {
                    return false;
                  }
                  events.tellMerchant(
                      payment.payee().merchant().value(),
                      payment.payee().store().value(),
                      "payment.cancelled",
                      payment.id(),
                      now,
                      payment.amount(),
                      "cancelled");
                  trail.record(caller, "payment.cancel", payment.id().text(), "done", null);
                  once.store(200, answer.apply(cancelled));
                  return true;
                }));
    if (!done) {
      return new Confirmation.Refused(
          find(payment.id()).flatMap(this::over).orElse(Problem.of(ErrorCode.REQUEST_IN_FLIGHT)));
    }
    events.wake();
    return new Confirmation.Confirmed(cancelled);
  }
}
