package dev.qiao.ledger;

import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;

/**
 * Double-entry accounts, postings and holds. Every verb runs in a transaction of its own, so it
 * must not be called inside another; rows that belong with it travel as companions.
 *
 * <p>What a user can cause is a result. {@link LedgerUnavailable} means that the outcome is unknown
 * and the same id may be tried again; {@link CompanionRejected} that nothing was done. Safe for
 * several threads and several instances.
 */
public final class Ledger {
  private static final int ACCOUNTS_REMEMBERED_MAX = 200_000;

  private final Transactions transactions;
  private final Store store;
  private final InstantSource clock;
  private final Writer writer;
  private final Ids ids;

  /** On a database that {@link LedgerMigrations} has prepared, as the application's role. */
  public Ledger(DataSource app, InstantSource clock) {
    this(app, clock, ACCOUNTS_REMEMBERED_MAX);
  }

  /**
   * Remembers the states of that many accounts between batches, at some 200 bytes each. They have
   * no authority: the database proves each of them whenever it is used.
   */
  public Ledger(DataSource app, InstantSource clock, int accountsRememberedMax) {
    this(new Transactions(app), new SqlStore(new Transactions(app)), clock, accountsRememberedMax);
  }

  /** On a store that stands before the database of these transactions. */
  Ledger(Transactions transactions, Store store, InstantSource clock, int accountsRememberedMax) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
    this.writer = new Writer(store, clock, new Threads(), accountsRememberedMax);
    this.ids = new Ids(clock);
  }

  /**
   * The account of these terms, opened if there is none. One whose limits have changed since is
   * known by those that it was opened with, too; a closed one stays closed. Throws {@link
   * AccountTermsDiffer} if it has others.
   */
  public AccountId open(AccountTerms terms) {
    return transactions.write(db -> new Accounts(db).open(terms, now()));
  }

  /** The account of this reference. */
  public Optional<AccountId> find(String reference) {
    return transactions.read(db -> new AccountTables(db).find(reference)).map(Account::id);
  }

  public Optional<Account> account(AccountId id) {
    return transactions.read(db -> new AccountTables(db).find(id));
  }

  public PostResult post(Posting posting, Companion... companions) {
    return post(posting, List.of(companions));
  }

  public PostResult post(Posting posting, List<Companion> companions) {
    return apply(posting, companions);
  }

  /** Without waiting: the answer, or the exception, comes when it is durable. */
  public CompletableFuture<PostResult> postAsync(Posting posting, Companion... companions) {
    return submit(posting, List.of(companions));
  }

  /** Inside a transaction of the caller's: see there for what that costs. */
  public JoinedLedger within(Connection connection) {
    return new JoinedLedger(connection, clock);
  }

  /** What this would give now, without doing it; as all of them here. */
  public PostResult preview(Posting posting) {
    return foretold(posting);
  }

  public PostResult preview(Hold hold) {
    return foretold(hold);
  }

  public PostResult preview(Increase increase) {
    return foretold(increase);
  }

  public PostResult preview(Capture capture) {
    return foretold(capture);
  }

  public PostResult preview(Release release) {
    return foretold(release);
  }

  public PostResult preview(Reversal reversal) {
    return foretold(reversal);
  }

  private PostResult foretold(Command command) {
    long now = Micros.of(clock.instant());
    Task task = new Task(command, List.of());
    return transactions.read(
        db -> {
          alone(new SqlSession(db), Session.Access.READ, new PeriodTables(db).since(), task)
              .preview(now);
          return task.result;
        });
  }

  public PostResult hold(Hold hold, Companion... companions) {
    return hold(hold, List.of(companions));
  }

  public PostResult hold(Hold hold, List<Companion> companions) {
    return apply(hold, companions);
  }

  public PostResult increase(Increase increase, Companion... companions) {
    return increase(increase, List.of(companions));
  }

  public PostResult increase(Increase increase, List<Companion> companions) {
    return apply(increase, companions);
  }

  public PostResult capture(Capture capture, Companion... companions) {
    return capture(capture, List.of(companions));
  }

  public PostResult capture(Capture capture, List<Companion> companions) {
    return apply(capture, companions);
  }

  public PostResult release(Release release, Companion... companions) {
    return release(release, List.of(companions));
  }

  public PostResult release(Release release, List<Companion> companions) {
    return apply(release, companions);
  }

  public PostResult reverse(Reversal reversal, Companion... companions) {
    return reverse(reversal, List.of(companions));
  }

  public PostResult reverse(Reversal reversal, List<Companion> companions) {
    return apply(reversal, companions);
  }

  /** What became of an id; empty when nothing durable did. */
  public Optional<PostResult> outcome(PostingId id) {
    return transactions.read(
        db -> {
          var stored = new PostingTables(db).find(id);
          return stored.isEmpty()
              ? Optional.empty()
              : Optional.of(new PostingTables(db).again(stored.get()));
        });
  }

  /** Throws IllegalArgumentException when there is no such account. */
  public Balance balance(AccountId id) {
    return balances(List.of(id)).getFirst();
  }

  /** In the order asked for; throws IllegalArgumentException when an account is missing. */
  public List<Balance> balances(Collection<AccountId> ids) {
    return transactions.read(db -> new ReportTables(db).balances(ids));
  }

  /**
   * The balance after the last change at or before this time; throws IllegalArgumentException for a
   * missing account.
   */
  public Balance balanceAt(AccountId id, Instant at) {
    return transactions.read(db -> new ReportTables(db).balanceAt(id, at));
  }

  /**
   * The balance after this many changes; throws IllegalArgumentException for a missing account, or
   * when there have not been so many.
   */
  public Balance balanceAfter(AccountId id, long sequence) {
    return transactions.read(db -> new ReportTables(db).balanceAfter(id, sequence));
  }

  /**
   * Changes of an account, the latest first.
   *
   * @param beforeSequence where the page before ended: the sequence of its last entry
   */
  public List<Entry> statement(AccountId id, OptionalLong beforeSequence, int limit) {
    StatementPage latest = StatementPage.latestFirst(limit);
    return statement(
        id,
        new StatementPage(latest.order(), beforeSequence, latest.from(), latest.until(), limit));
  }

  /**
   * A page of an account's changes, from either end, of all time or a part of it; empty when there
   * are no more. Throws IllegalArgumentException for a missing account.
   */
  public List<Entry> statement(AccountId id, StatementPage page) {
    return transactions.read(db -> new ReportTables(db).statement(id, page));
  }

  /**
   * The allowance of these terms, opened if there is none; throws {@link AllowanceTermsDiffer} when
   * it has another window, unit or way with reversals. Its present cap and zone stay.
   */
  public AllowanceId openAllowance(AllowanceTerms terms) {
    return transactions.write(db -> new Allowances(db).open(terms, Micros.of(clock.instant())));
  }

  /** An allowance with what is used of it now. */
  public Optional<Allowance> allowance(AllowanceId id) {
    return transactions.read(db -> new Allowances(db).find(id, Micros.of(clock.instant())));
  }

  /** Sets the cap from now on; what is used stays used. Empty when there is no such allowance. */
  public Optional<Allowance> capAllowance(AllowanceId id, Money cap) {
    return transactions.write(db -> new Allowances(db).cap(id, cap, Micros.of(clock.instant())));
  }

  /** Sets the time zone, which takes effect when the open window closes. */
  public Optional<Allowance> moveAllowance(AllowanceId id, ZoneId zone) {
    return transactions.write(db -> new Allowances(db).move(id, zone, Micros.of(clock.instant())));
  }

  public Optional<HoldRecord> findHold(HoldId id) {
    return transactions.read(db -> new HoldTables(db).find(id));
  }

  public Optional<PostingRecord> posting(PostingId id) {
    return transactions.read(db -> new RecordTables(db).find(id));
  }

  /** All that was posted or refused under this reference, in order of time. */
  public List<PostingRecord> postingsOf(String reference) {
    return transactions.read(db -> new RecordTables(db).of(reference));
  }

  /** All accounts, added up by unit and kind. */
  public List<TrialRow> trialBalance() {
    return transactions.read(db -> new ReportTables(db).trialBalance());
  }

  /** Recomputes every balance and every hold from its postings. Reads all of the ledger. */
  public AuditReport audit() {
    return transactions.read(db -> new AuditTables(db).audit());
  }

  /** The audit that goes on all the time, a step after the other. One for each instance. */
  public SelfAudit selfAudit() {
    return new SelfAudit(transactions, clock, AuditSlices.Bounds.USUAL);
  }

  SelfAudit selfAudit(AuditSlices.Bounds bounds) {
    return new SelfAudit(transactions, clock, bounds);
  }

  /** Gives back what overdue holds set aside, the longest overdue first; says how many it ended. */
  public int expireHolds(int limit) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<HoldId> due = transactions.read(db -> new HoldTables(db).due(now, limit));
    List<CompletableFuture<PostResult>> answers =
        due.stream()
            .map(hold -> submit(new Expiry(new PostingId(ids.next()), hold), List.of()))
            .toList();
    // Refused when someone else has ended it meanwhile; a replay of its own when a commit was cut.
    return (int)
        answers.stream()
            .map(answer -> join(answer).first())
            .filter(PostResult.Posted.class::isInstance)
            .count();
  }

  /** Changes the state or the limits of an account, at once and durably. */
  public AccountChange change(AccountOrder order) {
    return AccountOrders.apply(store, order, this::now, Transactions::pause);
  }

  /** All changes of an account's state and limits, refused ones too, in the order of their ids. */
  public List<AccountChangeRecord> changesOf(AccountId id) {
    return transactions.read(db -> new AccountOrderTables(db).of(id));
  }

  /** As {@link AccountOrder.Freeze} under a new id: safe to repeat, as it may be so already. */
  public AccountChange freeze(AccountId id, Side side) {
    return change(new AccountOrder.Freeze(new ChangeId(ids.next()), id, side, "freeze"));
  }

  /** As {@link AccountOrder.Unfreeze} under a new id: safe to repeat, as it may be so already. */
  public AccountChange unfreeze(AccountId id, Side side) {
    return change(new AccountOrder.Unfreeze(new ChangeId(ids.next()), id, side, "unfreeze"));
  }

  /** As {@link AccountOrder.Close} under a new id: safe to repeat, as it may be so already. */
  public AccountChange close(AccountId id) {
    return change(new AccountOrder.Close(new ChangeId(ids.next()), id, "close"));
  }

  private long now() {
    return Micros.of(clock.instant());
  }

  private PostResult apply(Command command, List<Companion> companions) {
    return join(submit(command, companions));
  }

  CompletableFuture<PostResult> submit(Command command, List<Companion> companions) {
    return writer.submit(command, companions);
  }

  /** A batch of one command, which stands on nothing but what the database has. */
  static Batch alone(Session session, Session.Access access, long idsSince, Task task) {
    Memory memory = Memory.none();
    memory.world().idsSince = idsSince;
    return new Batch(session, memory, access, Batch.Ground.FIRM, List.of(task));
  }

  private static PostResult join(CompletableFuture<PostResult> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
