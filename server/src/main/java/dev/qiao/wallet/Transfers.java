package dev.qiao.wallet;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Events;
import dev.qiao.api.Once;
import dev.qiao.api.Problem;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import dev.qiao.decision.Limits;
import dev.qiao.decision.Movement;
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
import dev.qiao.payment.Authorities;
import dev.qiao.payment.Authority;
import dev.qiao.payment.Entrances;
import dev.qiao.payment.Payment;
import dev.qiao.payment.PersonAccounts;
import dev.qiao.payment.Refusals;
import dev.qiao.payment.Reviews;
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

/** A person sends money to another. */
@Service
public class Transfers {
  private static final Duration CONFIRM_WITHIN = Duration.ofMinutes(15);

  /** What became of a payer's word. */
  public sealed interface Sending {
    record Sent(Transfer transfer) implements Sending {}

    /** Not yet: the payer is asked by other ways whether it was they. */
    record Held(Transfer transfer) implements Sending {}

    record Refused(Problem problem) implements Sending {}
  }

  private final TransferTables tables;
  private final PersonAccounts accounts;
  private final Channels channels;
  private final Entrances entrances;
  private final Authorities authorities;
  private final Limits limits;
  private final Refusals refusals;
  private final Reviews reviews;
  private final Ledger ledger;
  private final Events events;
  private final AuditTrail trail;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  Transfers(
      TransferTables tables,
      PersonAccounts accounts,
      Channels channels,
      Entrances entrances,
      Authorities authorities,
      Limits limits,
      Refusals refusals,
      Reviews reviews,
      Ledger ledger,
      Events events,
      AuditTrail trail,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.accounts = accounts;
    this.channels = channels;
    this.entrances = entrances;
    this.authorities = authorities;
    this.limits = limits;
    this.refusals = refusals;
    this.reviews = reviews;
    this.ledger = ledger;
    this.events = events;
    this.trail = trail;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /** A transfer that waits for its payer's word. Not stored yet. */
  public Transfer begin(UUID payer, UUID payee, Money amount, Optional<String> note) {
    Instant now = clock.instant();
    return new Transfer(
        new TransferId(ids.next()),
        payer,
        payee,
        amount,
        Payment.State.REQUIRES_CONFIRMATION,
        note,
        now,
        now.plus(CONFIRM_WITHIN),
        Optional.empty(),
        Optional.empty());
  }

  /** Stores a new transfer together with the answer that tells of it. */
  public void store(Transfer transfer, Once once, Object answer) {
    transaction.executeWithoutResult(
        status -> {
          tables.insert(transfer);
          once.store(201, answer);
        });
  }

  public Optional<Transfer> find(TransferId id) {
    return tables.find(id).map(transfer -> transfer.at(clock.instant()));
  }

  /** Transfers whose ids lie in a range: what a receipt number means. */
  public List<Transfer> between(UUID low, UUID high) {
    return tables.between(low, high);
  }

  /** All that have moved money, newest first, below a posting's id. */
  public List<Transfer> all(Optional<UUID> before, int limit) {
    return tables.all(before, limit);
  }

  /**
   * Moves the money, if the authority suffices and everything else allows it.
   *
   * @param seen the amount that the payer was shown; another one is refused
   */
  public Sending confirm(
      TransferId id,
      Caller payer,
      Authority authority,
      Money seen,
      Once once,
      Function<Transfer, Object> answer) {
    Optional<Transfer> found = find(id).filter(transfer -> transfer.payer().equals(payer.party()));
    if (found.isEmpty()) {
      return new Sending.Refused(Problem.of(ErrorCode.NOT_FOUND));
    }
    Transfer transfer = found.get();
    Optional<Problem> problem =
        over(transfer)
            .or(
                () ->
                    transfer.amount().equals(seen)
                        ? Optional.empty()
                        : Optional.of(Problem.of(ErrorCode.CONFIRMATION_MISMATCH)))
            .or(() -> entrances.closed(transfer.amount()));
    if (problem.isEmpty()) {
      problem = authorities.lacking(payer.party(), authority, transfer.deed());
    }
    if (problem.isPresent()) {
      return new Sending.Refused(problem.get());
    }
    Optional<Reviews.Review> due =
        authority instanceof Authority.Granted
            ? Optional.empty()
            : reviews.due(payer, transfer.deed());
    return due.map(review -> hold(transfer, payer, review, once, answer))
        .orElseGet(() -> send(transfer, payer, authority, once, answer));
  }

  private Sending hold(
      Transfer transfer,
      Caller payer,
      Reviews.Review review,
      Once once,
      Function<Transfer, Object> answer) {
    Transfer held = transfer.held();
    Boolean done =
        transaction.execute(
            status -> {
              if (!tables.hold(transfer.id(), clock.instant())) {
                return false;
              }
              reviews.store(review);
              trail.record(
                  payer,
                  "transfer.confirm",
                  transfer.id().text(),
                  "held",
                  String.join(",", review.reasons()));
              once.store(202, answer.apply(held));
              return true;
            });
    if (!Boolean.TRUE.equals(done)) {
      return new Sending.Refused(
          find(transfer.id())
              .flatMap(Transfers::over)
              .orElseGet(() -> Problem.of(ErrorCode.REQUEST_IN_FLIGHT)));
    }
    reviews.tell(review);
    return new Sending.Held(held);
  }

  /**
   * The posting that sends it, with what it uses of the payer's limits. Outside of a transaction.
   */
  Posting move(Transfer transfer, PostingId posting) {
    limits.prepare(Subject.person(transfer.payee()));
    Posting.Builder move =
        Posting.of(posting, "transfer", transfer.id().text())
            .leg(accounts.of(transfer.payer()), accounts.of(transfer.payee()), transfer.amount())
            .channel(channels.firstParty().id().value())
            .scene(Scene.APP.text());
    limits
        .uses(Subject.person(transfer.payer()), Movement.TRANSFER, transfer.amount())
        .forEach(use -> move.use(use.allowance(), use.amount()));
    return move.build();
  }

  List<Companion> told(Transfer transfer, Instant at) {
    return Stream.of(transfer.payer(), transfer.payee())
        .map(
            party ->
                events.ofPerson(
                    party, "transfer.succeeded", transfer.id(), at, transfer.amount(), "succeeded"))
        .toList();
  }

  private Sending send(
      Transfer transfer,
      Caller payer,
      Authority authority,
      Once once,
      Function<Transfer, Object> answer) {
    AccountId from = accounts.of(transfer.payer());
    PostingId posting = new PostingId(ids.next());
    Instant now = clock.instant();
    Transfer paid = transfer.paid(posting, now);
    UUID channel = channels.firstParty().id().value();
    Posting move = move(transfer, posting);
    List<Companion> companions = new ArrayList<>();
    companions.add(tables.paid(transfer.id(), posting, now));
    companions.addAll(told(transfer, now));
    companions.add(
        trail.companion(
            payer,
            "transfer.confirm",
            transfer.id().text(),
            channel,
            "succeeded",
            Authorities.text(authority)));
    companions.addAll(once.companions(200, answer.apply(paid)));
    return switch (ledger.post(move, companions).first()) {
      case PostResult.Posted _ -> {
        events.wake();
        yield new Sending.Sent(paid);
      }
      case PostResult.Refused(_, var reason) -> refused(transfer, payer, reason, from, once);
      case PostResult.IdReused _, PostResult.Replayed _ ->
          throw new IllegalStateException("A fresh id was used before");
    };
  }

  private Sending refused(
      Transfer transfer, Caller payer, Refusal reason, AccountId from, Once once) {
    // Another request may have been faster: what it is now says more than what was missing.
    Optional<Problem> over = find(transfer.id()).flatMap(Transfers::over);
    if (over.isPresent() || reason == Refusal.GUARD_MISSED) {
      return new Sending.Refused(over.orElseGet(() -> Problem.of(ErrorCode.REQUEST_IN_FLIGHT)));
    }
    Problem problem =
        refusals.of(reason, from, transfer.payer(), Movement.TRANSFER, transfer.amount());
    transaction.executeWithoutResult(
        status -> {
          trail.record(payer, "transfer.confirm", transfer.id().text(), "refused", problem.code());
          once.store(problem);
        });
    return new Sending.Refused(problem);
  }

  static Optional<Problem> over(Transfer transfer) {
    return switch (transfer.state()) {
      case REQUIRES_CONFIRMATION, PROCESSING, UNKNOWN -> Optional.empty();
      case EXPIRED -> Optional.of(Problem.of(ErrorCode.PAYMENT_EXPIRED));
      case CANCELLED -> Optional.of(Problem.of(ErrorCode.PAYMENT_CANCELLED));
      case SUCCEEDED, FAILED ->
          Optional.of(
              Problem.of(ErrorCode.PAYMENT_FINISHED).with("state", transfer.state().text()));
    };
  }
}
