package dev.qiao.wallet;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Events;
import dev.qiao.bank.BankTransfer;
import dev.qiao.bank.BankTransferChanged;
import dev.qiao.bank.BankTransfers;
import dev.qiao.bank.Safeguarding;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.Capture;
import dev.qiao.ledger.Companion;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.Posting;
import dev.qiao.ledger.PostingId;
import dev.qiao.ledger.Refusal;
import dev.qiao.ledger.Release;
import dev.qiao.ledger.Share;
import dev.qiao.payment.PersonAccounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings moves to their end when the bank's word is known. Told by an event where it can be, found
 * by a sweep where not: each move names the one ledger command that ends it, so any number of
 * instances may try at once and money moves once.
 */
@Component
class BankMoveEnding {
  private static final String HELD_REFUSED = "held_refused";
  private static final Logger log = LoggerFactory.getLogger(BankMoveEnding.class);
  private static final int AT_ONCE = 50;
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(5);

  private final BankMoveTables tables;
  private final BankTransfers bank;
  private final Safeguarding safeguarding;
  private final PersonAccounts wallets;
  private final Ledger ledger;
  private final Events events;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;
  private final ReentrantLock sweeping = new ReentrantLock();

  BankMoveEnding(
      BankMoveTables tables,
      BankTransfers bank,
      Safeguarding safeguarding,
      PersonAccounts wallets,
      Ledger ledger,
      Events events,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.bank = bank;
    this.safeguarding = safeguarding;
    this.wallets = wallets;
    this.ledger = ledger;
    this.events = events;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /** When a move made now is first looked at, should no event come. */
  static Instant firstLook(Instant now) {
    return now.plus(SOON);
  }

  @EventListener
  void on(BankTransferChanged changed) {
    end(changed.id());
  }

  @Scheduled(
      fixedRateString = "${qiao.wallet.sweep-every:PT2S}",
      initialDelayString = "${qiao.wallet.sweep-every:PT2S}")
  void onSchedule() {
    if (sweeping.tryLock()) {
      try {
        lookAtDue();
      } finally {
        sweeping.unlock();
      }
    }
  }

  /**
   * Looks at all moves that are due. What a sweep of this instance has taken already is done as
   * well when this returns.
   */
  void sweep() {
    sweeping.lock();
    try {
      lookAtDue();
    } finally {
      sweeping.unlock();
    }
  }

  private void lookAtDue() {
    List<UUID> due;
    do {
      Instant now = clock.instant();
      due = tables.claimDue(now, now.plus(LEASE), AT_ONCE);
      due.forEach(this::tryToEnd);
    } while (due.size() == AT_ONCE);
  }

  /** The same for one, where a failure is nobody's concern: it comes up again. */
  void tryToEnd(UUID id) {
    try {
      end(id);
    } catch (RuntimeException failed) {
      log.warn("Move {} could not be ended now; it comes up again", id, failed);
    }
  }

  /** Does with a move what the bank's word demands. Doing it again does nothing. */
  void end(UUID id) {
    Optional<BankTransfer> transfer = bank.look(id);
    // Only now: looking may have ended it.
    Optional<BankMove> found = tables.find(id).filter(BankMove::isOpen);
    if (transfer.isEmpty() || found.isEmpty()) {
      return;
    }
    BankMove move = found.get();
    switch (transfer.get().state()) {
      case CREATED, SUBMITTED -> tables.later(move.id(), nextLook(move));
      case UNKNOWN -> unknown(move);
      case SUCCEEDED -> succeed(move);
      case FAILED -> fail(move, transfer.get().reason().orElseThrow());
    }
  }

  private void unknown(BankMove move) {
    Boolean news =
        transaction.execute(
            status -> {
              if (!tables.unknown(move.id(), nextLook(move))) {
                return false;
              }
              tell(move, BankMove.State.UNKNOWN, null);
              return true;
            });
    if (news) {
      events.wake();
    } else {
      tables.later(move.id(), nextLook(move));
    }
  }

  private void succeed(BankMove move) {
    AccountId atBank = safeguarding.at(move.account(), move.amount().unit());
    List<Companion> companions = companions(move, BankMove.State.SUCCEEDED, null);
    ended(
        move,
        switch (move.id().kind()) {
          case TOP_UP -> bringIn(move, atBank, companions);
          case WITHDRAWAL -> ledger.capture(capture(move, atBank), companions);
        });
  }

  private PostResult bringIn(BankMove move, AccountId atBank, List<Companion> companions) {
    AccountId wallet = wallets.of(move.person());
    return move.hold().isPresent()
        ? ledger.capture(capture(move, wallet), companions)
        : ledger.post(credit(move, atBank, wallet), companions);
  }

  private void fail(BankMove move, String reason) {
    if (move.hold().isEmpty()) {
      failAlone(move, reason);
      return;
    }
    ended(
        move,
        ledger.release(
            new Release(move.posting(), move.hold().get()),
            companions(move, BankMove.State.FAILED, reason)));
  }

  /** Ends a withdrawal that was made to wait: the bank was never asked for it. */
  void refuse(BankMove move, Companion with) {
    // Under an id of its own: refused, the move's own would be refused for ever.
    var posting = new PostingId(ids.next());
    List<Companion> companions = new ArrayList<>();
    companions.add(with);
    companions.add(tables.refuse(move, posting, HELD_REFUSED, clock.instant()));
    companions.addAll(news(move, BankMove.State.FAILED, HELD_REFUSED));
    switch (ledger.release(new Release(posting, move.hold().orElseThrow()), companions)) {
      case PostResult.Posted _ -> events.wake();
      // It has ended, or was let go meanwhile.
      case PostResult.Refused _, PostResult.Replayed _, PostResult.IdReused _ -> {}
    }
  }

  /** Nothing was ever set aside or posted: a top-up from before they were. */
  private void failAlone(BankMove move, String reason) {
    Boolean news =
        transaction.execute(
            status -> {
              if (!tables.endAlone(move, BankMove.State.FAILED, reason, clock.instant())) {
                return false;
              }
              tell(move, BankMove.State.FAILED, reason);
              return true;
            });
    if (news) {
      events.wake();
    }
  }

  private static Posting credit(BankMove move, AccountId atBank, AccountId wallet) {
    return Posting.of(move.posting(), move.id().kind().text(), move.id().text())
        .leg(atBank, wallet, move.amount())
        .channel(move.channel().value())
        .scene(move.scene().text())
        .build();
  }

  private static Capture capture(BankMove move, AccountId to) {
    return new Capture(
        move.posting(),
        move.hold().orElseThrow(),
        List.of(new Share(to, move.amount())),
        move.id().kind().text(),
        move.id().text(),
        true,
        Optional.of(move.channel().value()),
        Optional.of(move.scene().text()));
  }

  private List<Companion> companions(BankMove move, BankMove.State state, @Nullable String reason) {
    List<Companion> companions = new ArrayList<>();
    companions.add(tables.end(move, state, reason, clock.instant()));
    companions.addAll(news(move, state, reason));
    return companions;
  }

  private List<Companion> news(BankMove move, BankMove.State state, @Nullable String reason) {
    Instant now = clock.instant();
    return List.of(
        events.ofPerson(
            move.person(), eventType(move, state), move.id(), now, move.amount(), state.text()),
        audit.companion(
            null, act(move), move.id().text(), move.channel().value(), state.text(), reason));
  }

  private void tell(BankMove move, BankMove.State state, @Nullable String reason) {
    Instant now = clock.instant();
    events.tellPerson(
        move.person(), eventType(move, state), move.id(), now, move.amount(), state.text());
    audit.record(null, act(move), move.id().text(), state.text(), reason);
  }

  private static String eventType(BankMove move, BankMove.State state) {
    return move.id().kind().text() + "." + state.text();
  }

  private static String act(BankMove move) {
    return move.id().kind().text() + ".finish";
  }

  private void ended(BankMove move, PostResult result) {
    switch (result) {
      case PostResult.Posted _ -> events.wake();
      case PostResult.Replayed(PostResult.Posted _) -> {} // Another one was faster.
      case PostResult.Replayed(PostResult first) -> ended(move, first);
      case PostResult.Refused(_, Refusal reason) -> refused(move, reason.code());
      case PostResult.IdReused _ -> refused(move, "id_reused");
    }
  }

  /**
   * The bank has done its part and the ledger does not follow, for example because the account is
   * frozen. The move stays open for an operator to see, and is tried again under another id: this
   * one is refused for ever.
   */
  private void refused(BankMove move, String refusal) {
    if (!move.refusal().equals(Optional.of(refusal))) {
      log.error("The ledger refuses to end {}: {}", move.id().text(), refusal);
      audit.record(null, act(move), move.id().text(), "refused", refusal);
    }
    tables.tryAgain(move, new PostingId(ids.next()), refusal, nextLook(move));
  }

  /** Rarer the longer it is open. */
  private Instant nextLook(BankMove move) {
    Instant now = clock.instant();
    Duration wait = Duration.between(move.createdAt(), now).dividedBy(4);
    wait = wait.compareTo(SOON) < 0 ? SOON : wait;
    return now.plus(wait.compareTo(AT_LEAST_EVERY) > 0 ? AT_LEAST_EVERY : wait);
  }
}
