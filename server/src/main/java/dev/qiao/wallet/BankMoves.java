package dev.qiao.wallet;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.api.ErrorCode;
import dev.qiao.api.Once;
import dev.qiao.api.PlatformTerms;
import dev.qiao.api.Problem;
import dev.qiao.bank.BankTransfers;
import dev.qiao.bank.LinkedAccount;
import dev.qiao.bank.LinkedAccountId;
import dev.qiao.bank.LinkedAccounts;
import dev.qiao.bank.Safeguarding;
import dev.qiao.bank.TransferOrder;
import dev.qiao.channel.Channel;
import dev.qiao.channel.Channels;
import dev.qiao.channel.Scene;
import dev.qiao.decision.Limits;
import dev.qiao.decision.Movement;
import dev.qiao.identity.Deed;
import dev.qiao.identity.Subject;
import dev.qiao.ids.Ids;
import dev.qiao.ledger.AccountId;
import dev.qiao.ledger.Companion;
import dev.qiao.ledger.Hold;
import dev.qiao.ledger.HoldId;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.PostingId;
import dev.qiao.ledger.Refusal;
import dev.qiao.money.Money;
import dev.qiao.payment.Authorities;
import dev.qiao.payment.Authority;
import dev.qiao.payment.Entrances;
import dev.qiao.payment.PersonAccounts;
import dev.qiao.payment.Refusals;
import dev.qiao.payment.Reviews;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Top-ups and withdrawals. Each is set aside and written down together with its order to the bank,
 * with what it uses of the person's limits, and ends when the bank's word is known: what was set
 * aside moves then, or is given back.
 */
@Service
public class BankMoves {
  /** Only the bank's word ends a withdrawal, never the passing of time. */
  private static final Duration HOLD = Duration.ofDays(3650);

  private final BankMoveTables tables;
  private final BankMoveEnding ending;
  private final BankTransfers bank;
  private final LinkedAccounts accounts;
  private final Channels channels;
  private final Entrances entrances;
  private final Authorities authorities;
  private final Refusals refusals;
  private final Reviews reviews;
  private final Limits limits;
  private final Safeguarding safeguarding;
  private final PersonAccounts wallets;
  private final Ledger ledger;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final PlatformTerms terms;
  private final Ids ids;
  private final InstantSource clock;

  BankMoves(
      BankMoveTables tables,
      BankMoveEnding ending,
      BankTransfers bank,
      LinkedAccounts accounts,
      Channels channels,
      Entrances entrances,
      Authorities authorities,
      Refusals refusals,
      Reviews reviews,
      Limits limits,
      Safeguarding safeguarding,
      PersonAccounts wallets,
      Ledger ledger,
      AuditTrail audit,
      TransactionOperations transaction,
      PlatformTerms terms,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.ending = ending;
    this.bank = bank;
    this.accounts = accounts;
    this.channels = channels;
    this.entrances = entrances;
    this.authorities = authorities;
    this.refusals = refusals;
    this.reviews = reviews;
    this.limits = limits;
    this.safeguarding = safeguarding;
    this.wallets = wallets;
    this.ledger = ledger;
    this.audit = audit;
    this.transaction = transaction;
    this.terms = terms;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Brings money from the person's bank account.
   *
   * @param once keeps the answer with it
   */
  public BankMoveStart topUp(Caller person, LinkedAccountId from, Money amount, Once once) {
    Optional<LinkedAccount> account = accounts.find(person.party(), from);
    if (account.isEmpty()) {
      return refused(ErrorCode.LINKED_ACCOUNT_UNKNOWN);
    }
    Channel channel = channels.firstParty();
    Optional<Problem> closed = entrances.closed(amount);
    if (closed.isPresent()) {
      return new BankMoveStart.Refused(closed.get());
    }
    AccountId wallet = wallets.of(person.party());
    limits.prepare(Subject.of(person));
    BankMove move =
        begin(
            BankMove.Kind.TOP_UP,
            person,
            account.get(),
            amount,
            channel,
            Optional.of(new HoldId(ids.next())));
    Optional<Problem> full =
        limits.overCeiling(
            Subject.of(person), amount, tables.comingIn(person.party(), amount.unit()));
    return full.isPresent()
        ? refused(person, move, full.get(), once)
        : setAside(
            person,
            move,
            safeguarding.at(account.get(), amount.unit()),
            wallet,
            Optional.empty(),
            once);
  }

  /**
   * Brings money to the person's bank account. It is set aside in the same commit that writes the
   * withdrawal down.
   *
   * @param once keeps the answer with it
   */
  public BankMoveStart withdraw(
      Caller person, LinkedAccountId to, Money amount, Authority authority, Once once) {
    Optional<LinkedAccount> account = accounts.find(person.party(), to);
    if (account.isEmpty()) {
      return refused(ErrorCode.LINKED_ACCOUNT_UNKNOWN);
    }
    Channel channel = channels.firstParty();
    Optional<Problem> closed = entrances.closed(amount);
    if (closed.isPresent()) {
      return new BankMoveStart.Refused(closed.get());
    }
    Optional<Problem> lacking =
        authorities.lacking(person.party(), authority, withdrawal(to, amount));
    if (lacking.isPresent()) {
      return new BankMoveStart.Refused(lacking.get());
    }
    BankMove move =
        begin(
            BankMove.Kind.WITHDRAWAL,
            person,
            account.get(),
            amount,
            channel,
            Optional.of(new HoldId(ids.next())));
    Optional<Reviews.Review> review =
        (authority instanceof Authority.Granted
                ? Optional.<Reviews.Review>empty()
                : reviews.due(person, withdrawal(to, amount)))
            .map(due -> due.of(move.id().text()));
    AccountId wallet = wallets.of(person.party());
    return setAside(
        person,
        review.map(waits -> move.held(waits.deadline())).orElse(move),
        wallet,
        wallet,
        review,
        once);
  }

  /** Whether the account is one of theirs. */
  boolean isLinked(Caller person, LinkedAccountId account) {
    return accounts.find(person.party(), account).isPresent();
  }

  /** What a person is asked to confirm before money goes to their account. */
  static Deed withdrawal(LinkedAccountId to, Money amount) {
    return new Deed("withdrawal", amount, to.text());
  }

  /**
   * Sets the amount aside where it is to come from, with what it uses of the person's limits: of
   * the wallet for a withdrawal, of the bank's account for a top-up. What waits for a second word
   * is set aside as well, and uses the limits; the bank is not asked for it yet.
   */
  private BankMoveStart setAside(
      Caller person,
      BankMove move,
      AccountId from,
      AccountId wallet,
      Optional<Reviews.Review> review,
      Once once) {
    List<Companion> companions = new ArrayList<>();
    companions.add(
        tables.companion(
            move,
            review
                .map(Reviews.Review::deadline)
                .orElseGet(() -> BankMoveEnding.firstLook(move.createdAt()))));
    companions.add(review.map(reviews::companion).orElseGet(() -> bank.companion(order(move))));
    companions.add(
        audit.companion(
            person,
            act(move),
            move.id().text(),
            move.channel().value(),
            review.isPresent() ? "held" : "processing",
            review.map(waits -> String.join(",", waits.reasons())).orElse(null)));
    companions.addAll(once.companions(201, BankMoveView.of(move)));
    var aside =
        new Hold(
            new PostingId(ids.next()),
            move.hold().orElseThrow(),
            from,
            move.amount(),
            move.createdAt().plus(HOLD),
            move.id().text(),
            limits.uses(Subject.of(person), movement(move), move.amount()));
    return switch (ledger.hold(aside, companions).first()) {
      case PostResult.Posted _ -> {
        review.ifPresent(reviews::tell);
        yield new BankMoveStart.Started(move);
      }
      case PostResult.Refused(_, Refusal reason) ->
          refused(
              person,
              move,
              refusals.of(reason, wallet, person.party(), movement(move), move.amount()),
              once);
      case PostResult.Replayed _, PostResult.IdReused _ ->
          throw new IllegalStateException("A fresh id was taken: " + aside.id());
    };
  }

  /** What the ledger refused stays refused for this request, and on the trail. */
  private BankMoveStart refused(Caller person, BankMove move, Problem problem, Once once) {
    transaction.executeWithoutResult(
        status -> {
          audit.record(person, act(move), move.id().text(), "refused", problem.code());
          once.store(problem);
        });
    return new BankMoveStart.Refused(problem);
  }

  private static String act(BankMove move) {
    return move.id().kind().text() + ".create";
  }

  private static Movement movement(BankMove move) {
    return switch (move.id().kind()) {
      case TOP_UP -> Movement.TOP_UP;
      case WITHDRAWAL -> Movement.WITHDRAWAL;
    };
  }

  private static BankMoveStart refused(ErrorCode code) {
    return new BankMoveStart.Refused(Problem.of(code));
  }

  private BankMove begin(
      BankMove.Kind kind,
      Caller person,
      LinkedAccount account,
      Money amount,
      Channel channel,
      Optional<HoldId> hold) {
    Instant now = clock.instant();
    return new BankMove(
        new BankMoveId(kind, ids.next()),
        person.party(),
        account,
        amount,
        channel.id(),
        Scene.APP,
        BankMove.State.PROCESSING,
        Optional.empty(),
        new PostingId(ids.next()),
        hold,
        Optional.empty(),
        now,
        bank.deadline(now),
        Optional.empty(),
        false);
  }

  /** The bank knows the move by its own id. */
  static TransferOrder order(BankMove move) {
    TransferOrder.Direction direction =
        switch (move.id().kind()) {
          case TOP_UP -> TransferOrder.Direction.COLLECT;
          case WITHDRAWAL -> TransferOrder.Direction.PAY;
        };
    return new TransferOrder(move.id().value(), move.account().id(), direction, move.amount());
  }

  /** A person's moves, the newest first, older than an id. */
  public List<BankMove> of(UUID person, Optional<UUID> beforeId, int limit) {
    return tables.list(
        new BankMoveTables.Part(
            person,
            beforeId,
            Optional.empty(),
            Optional.empty(),
            EnumSet.allOf(BankMove.Kind.class),
            limit));
  }

  /** A person's own move, as it stands after asking the bank where that is due. */
  public Optional<BankMove> find(UUID person, BankMoveId id) {
    return find(id).filter(move -> move.person().equals(person));
  }

  /** Anybody's move, as it stands after asking the bank where that is due. */
  public Optional<BankMove> find(BankMoveId id) {
    Optional<BankMove> move = tables.find(id.value()).filter(found -> found.id().equals(id));
    if (move.isEmpty() || !move.get().isOpen()) {
      return move;
    }
    ending.tryToEnd(id.value());
    return tables.find(id.value());
  }

  /**
   * What succeeded, by the days of the platform's zone on which it began; days without are left
   * out.
   */
  public List<BankMoveSum> sums(UUID person, Instant from, Instant to) {
    return tables.sums(person, from, to, terms.timeZone(), terms.unit());
  }

  /** Everybody's moves, the newest first. */
  public List<BankMove> search(BankMoveSearch search) {
    return tables.search(search);
  }

  /** Those whose outcome nobody knows, the newest first. */
  public List<BankMove> unknown(int limit) {
    return tables.search(
        new BankMoveSearch(
            Optional.of(BankMove.State.UNKNOWN), Optional.empty(), Optional.empty(), limit));
  }

  public long countUnknown() {
    return tables.count(BankMove.State.UNKNOWN);
  }

  /**
   * Ends what can be ended now. The schedule does so anyway; this is for those who set the clock
   * themselves.
   */
  public void sweep() {
    ending.sweep();
  }
}
