package dev.qiao.ledger;

import dev.qiao.ledger.PostResult.IdReused;
import dev.qiao.ledger.PostResult.Posted;
import dev.qiao.ledger.PostResult.Refused;
import dev.qiao.ledger.PostResult.Replayed;
import dev.qiao.ledger.PostingTables.Stored;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies one command in one transaction. Locks business rows (guards), then accounts by id, then
 * the hold.
 */
final class Writer {
  private final Transactions transactions;
  private final InstantSource clock;

  Writer(Transactions transactions, InstantSource clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  PostResult apply(Command command, List<Companion> companions) {
    byte[] digest = Digest.of(command);
    return transactions.write(db -> apply(db, command, digest, companions));
  }

  private PostResult apply(Db db, Command command, byte[] digest, List<Companion> companions)
      throws SQLException {
    Optional<Stored> before = new PostingTables(db).find(command.id());
    if (before.isPresent()) {
      return before.get().isOf(digest)
          ? new Replayed(again(db, before.get()))
          : new IdReused(command.id());
    }
    Savepoint start = companions.isEmpty() ? null : db.connection().setSavepoint();
    World world = world(db, command, runGuards(db, companions));
    Instant at = ledgerTime(world);
    return switch (Decide.decide(command, world, at)) {
      case Decision.Declined(Refusal reason) -> {
        if (start != null) {
          db.connection().rollback(start);
        }
        yield refuse(db, command, world, digest, at, reason);
      }
      case Decision.Accepted accepted -> {
        store(db, command, world, digest, at, accepted);
        runInserts(db, companions);
        yield new Posted(
            command.id(), at, accepted.accounts().stream().map(AccountState::balance).toList());
      }
    };
  }

  /** The first answer, rebuilt from what was stored. */
  static PostResult again(Db db, Stored stored) throws SQLException {
    return stored.refusal().isPresent()
        ? new Refused(stored.id(), stored.refusal().get())
        : new Posted(stored.id(), stored.at(), new PostingTables(db).balancesAfter(stored.id()));
  }

  /** Whether a guard missed; those behind it are not tried. */
  private static boolean runGuards(Db db, List<Companion> companions) throws SQLException {
    for (Companion companion : companions) {
      if (companion instanceof Companion.Guard && run(db, companion) != 1) {
        return true;
      }
    }
    return false;
  }

  private static void runInserts(Db db, List<Companion> companions) throws SQLException {
    for (Companion companion : companions) {
      if (companion instanceof Companion.Insert) {
        run(db, companion);
      }
    }
  }

  private static int run(Db db, Companion companion) throws SQLException {
    try {
      return db.run(companion.sql(), companion.parameters().toArray());
    } catch (SQLException failed) {
      if (SqlStates.isRejection(failed)) {
        throw new CompanionRejected(failed);
      }
      throw failed;
    }
  }

  private static World world(Db db, Command command, boolean guardMissed) throws SQLException {
    PostingTables postings = new PostingTables(db);
    HoldTables holds = new HoldTables(db);
    Optional<PostingId> of =
        command instanceof Reversal reversal ? Optional.of(reversal.of()) : Optional.empty();
    Optional<HoldId> hold = holdOf(command);
    // What names the accounts never changes, so it is read before they are locked. What is not
    // there yet
    // counts as missing from here on, also when it arrives meanwhile: its accounts are not locked.
    Optional<PastPosting> past = of.isPresent() ? postings.past(of.get()) : Optional.empty();
    Optional<AccountId> holder = hold.isPresent() ? holds.accountOf(hold.get()) : Optional.empty();
    Map<AccountId, AccountState> accounts =
        new AccountTables(db)
            .lock(touched(command, past, holder)).stream()
                .collect(Collectors.toMap(AccountState::id, Function.identity()));
    return new World(
        accounts,
        holder.isPresent() ? holds.lock(hold.get()) : Optional.empty(),
        // Again, for what was reversed meanwhile: reversals take turns on the accounts.
        past.isPresent() ? postings.past(of.get()) : Optional.empty(),
        guardMissed);
  }

  private static List<AccountId> touched(
      Command command, Optional<PastPosting> past, Optional<AccountId> holder) {
    Stream<AccountId> named =
        switch (command) {
          case Posting posting -> posting.legs().stream().flatMap(Writer::sides);
          case Hold hold -> Stream.of(hold.account());
          case Capture capture -> capture.to().stream().map(Share::credit);
          case Reversal _ ->
              past.stream().flatMap(found -> found.legs().stream()).flatMap(Writer::sides);
          case Increase _, Release _, Expiry _ -> Stream.empty();
        };
    return Stream.concat(named, holder.stream()).toList();
  }

  private static Stream<AccountId> sides(Leg leg) {
    return Stream.of(leg.debit(), leg.credit());
  }

  private static Optional<HoldId> holdOf(Command command) {
    return switch (command) {
      case Posting _, Reversal _ -> Optional.empty();
      case Hold hold -> Optional.of(hold.hold());
      case Increase increase -> Optional.of(increase.hold());
      case Capture capture -> Optional.of(capture.hold());
      case Release release -> Optional.of(release.hold());
      case Expiry expiry -> Optional.of(expiry.hold());
    };
  }

  /**
   * The later of the clock and the latest time on the touched rows, so that it never runs backwards
   * on any of them.
   */
  private Instant ledgerTime(World world) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return world.accounts().values().stream()
        .map(AccountState::touchedAt)
        .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
  }

  private static PostResult refuse(
      Db db, Command command, World world, byte[] digest, Instant at, Refusal reason)
      throws SQLException {
    boolean durable = reason.durable() && !(command instanceof Expiry);
    if (durable
        && !new PostingTables(db)
            .insert(Header.of(command, world), digest, at, Optional.of(reason))) {
      throw new TakenMeanwhile();
    }
    return new Refused(command.id(), reason);
  }

  private static void store(
      Db db, Command command, World world, byte[] digest, Instant at, Decision.Accepted accepted)
      throws SQLException {
    HoldTables holds = new HoldTables(db);
    if (!new PostingTables(db).insert(Header.of(command, world), digest, at, Optional.empty())) {
      throw new TakenMeanwhile();
    }
    if (accepted.hold().isPresent()) {
      if (world.hold().isPresent()) {
        holds.update(accepted.hold().get());
      } else if (!holds.insert(accepted.hold().get())) {
        throw new TakenMeanwhile();
      }
    }
    new PostingTables(db).insert(command.id(), accepted.steps());
    new AccountTables(db).update(accepted.accounts());
  }
}
