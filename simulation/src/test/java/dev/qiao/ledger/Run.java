package dev.qiao.ledger;

import dev.qiao.money.Money;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A seed's town and a seed's commands, as the simulation has them, sent by sixteen threads to two
 * writers of one PostgreSQL database.
 */
final class Run implements AutoCloseable {
  static final int THREADS = 16;
  private static final Instant BEGIN = Instant.parse("2026-11-21T08:00:00Z");
  private static final long HOUR = 3600 * Micros.PER_SECOND;
  private static final int BURST_MAX = 24;
  private static final int COMMANDS_AN_ORDER = 25;
  private static final int TRIES_MAX = 20;

  final RealTown town;
  final Told told = new Told();
  final List<Ledger> ledgers = new ArrayList<>();
  private final WatchedStore.Log log = new WatchedStore.Log();
  private final List<Store> stores = new ArrayList<>();
  private final List<InstantSource> clocks = new ArrayList<>();
  private final Town people;
  private final Wishes wishes;
  private final OrderWishes orders;
  private final SplittableRandom random;
  private int commandsLeft;

  Run(long seed, int commands) throws SQLException {
    this.random = new SplittableRandom(seed);
    this.commandsLeft = commands;
    Streams streams = Streams.of(random);
    town = new RealTown(BEGIN.plus(random.nextInt(1_000), ChronoUnit.HOURS));
    Transactions transactions = new Transactions(town.app);
    for (long off : new long[] {0, random.nextLong(-2 * HOUR, 2 * HOUR)}) {
      Store store = new WatchedStore(new SqlStore(transactions), log);
      clocks.add(town.clock(off));
      stores.add(store);
      ledgers.add(new Ledger(transactions, store, clocks.getLast(), 1_000));
    }
    people = new Town(streams.town(), town);
    wishes = new Wishes(streams.commands(), people, town);
    orders = new OrderWishes(streams.orders(), people, town);
  }

  void run() throws InterruptedException, ExecutionException {
    post(Asked.of(vast()));
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Void>> calls = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        SplittableRandom mine = random.split();
        calls.add(
            () -> {
              call(mine);
              return null;
            });
      }
      for (Future<Void> call : threads.invokeAll(calls)) {
        call.get();
      }
    }
  }

  /** Brings two accounts to the ends of the range of numbers. */
  private Posting vast() {
    return Posting.of(wishes.id(), "simulated", "vast")
        .leg(
            people.vast.getLast(),
            people.vast.getFirst(),
            Money.of(Money.MINOR_MAX - 100_000, Town.UNITS.getFirst()))
        .build();
  }

  /** Sends bursts until there are no more commands. */
  private void call(SplittableRandom mine) {
    List<Asked> burst = take(mine.nextInt(1, BURST_MAX));
    while (!burst.isEmpty()) {
      List<Runnable> answers = new ArrayList<>();
      for (Asked asked : burst) {
        answers.add(send(asked, mine));
        if (mine.nextInt(60) == 0) {
          answers.add(send(asked, mine)); // Pressed twice.
        }
        if (mine.nextInt(COMMANDS_AN_ORDER) == 0) {
          order(mine);
        }
      }
      answers.forEach(Runnable::run);
      town.pass(mine.nextInt(20) == 0 ? mine.nextLong(30 * HOUR) : mine.nextInt(2_000_000));
      burst = take(mine.nextInt(1, BURST_MAX));
    }
  }

  private synchronized List<Asked> take(int count) {
    List<Asked> taken = new ArrayList<>();
    for (int i = Math.min(count, commandsLeft); i > 0; i--) {
      commandsLeft--;
      taken.add(wishes.next());
    }
    return taken;
  }

  /** What would be asked for next. */
  synchronized Asked next() {
    return wishes.next();
  }

  private synchronized Ordered takeOrder() {
    return orders.next();
  }

  private void order(SplittableRandom mine) {
    Ordered ordered = takeOrder();
    int which = mine.nextInt(ledgers.size());
    told.ordered(ordered);
    long clock = Micros.of(clocks.get(which).instant());
    told.answered(ordered, ledgers.get(which).change(ordered.order()), clock);
  }

  /** What is to be done to hear the answer. */
  private Runnable send(Asked asked, SplittableRandom mine) {
    int which = mine.nextInt(ledgers.size());
    if (asked.command() instanceof Expiry) {
      ledgers.get(which).expireHolds(mine.nextInt(1, 10));
      return () -> {};
    }
    told.asked(asked);
    long clock = Micros.of(clocks.get(which).instant());
    if (mine.nextInt(40) == 0) {
      return () -> hear(asked, clock, 1, join(asked, which));
    }
    CompletableFuture<PostResult> answer =
        ledgers.get(which).submit(asked.command(), asked.companions());
    return () -> hear(asked, clock, 1, answer);
  }

  /** Inside a transaction of the caller's, beside the writers. */
  private CompletableFuture<PostResult> join(Asked asked, int which) {
    Task task = new Task(asked.command(), asked.companions());
    Store store = stores.get(which);
    try {
      long now = Micros.of(clocks.get(which).instant());
      store.transaction(
          session -> JoinedLedger.run(session, town.takenFrom(), store::makeRoom, task, now));
      return CompletableFuture.completedFuture(task.result);
    } catch (SQLException | TakenMeanwhile | Stale | NoRoom failed) {
      return CompletableFuture.failedFuture(Transactions.translated(failed));
    } catch (CompanionRejected rejected) {
      return CompletableFuture.failedFuture(rejected);
    }
  }

  void post(Asked asked) {
    told.asked(asked);
    long clock = Micros.of(clocks.getFirst().instant());
    hear(asked, clock, 1, ledgers.getFirst().submit(asked.command(), asked.companions()));
  }

  private void hear(Asked asked, long clock, int tries, CompletableFuture<PostResult> answer) {
    try {
      told.answered(asked, answer.join(), clock);
    } catch (CompletionException failed) {
      switch (failed.getCause()) {
        case CompanionRejected _ -> told.rejected(asked);
        case LedgerUnavailable _ when tries < TRIES_MAX ->
            hear(
                asked,
                clock,
                tries + 1,
                ledgers.getFirst().submit(asked.command(), asked.companions()));
        default -> throw failed;
      }
    }
  }

  List<Landing> landings() {
    return log.inOrder();
  }

  @Override
  public void close() {
    town.close();
  }
}
