package dev.qiao.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** An instance of the program: a writer, with a clock of its own that may go wrong. */
final class Server implements Schedule, InstantSource {
  final String name;
  final Writer writer;
  final SimulatedStore store;
  private final Loom loom;
  private final Plant plant;
  private final List<Long> clocks = new ArrayList<>();
  private long clockOff;
  private boolean isDown;
  private int lanes;

  Server(
      String name,
      Loom loom,
      Database database,
      Faults faults,
      Plant plant,
      long clockOff,
      int accountsRememberedMax,
      int waitingMax) {
    this.name = name;
    this.loom = loom;
    this.plant = plant;
    this.clockOff = clockOff;
    this.store = new SimulatedStore(this, loom, database, faults, plant);
    this.writer = new Writer(store, this, this, accountsRememberedMax, waitingMax);
  }

  boolean isDown() {
    return isDown;
  }

  /** Everything that runs here ends where it is. */
  void crash() {
    isDown = true;
    loom.wakeAll();
  }

  void moveClock(long micros) {
    clockOff += micros;
  }

  long clockOff() {
    return clockOff;
  }

  @Override
  public Instant instant() {
    long clock = loom.now() + clockOff;
    loom.current().clock = clock;
    clocks.add(clock);
    return Micros.instant(clock);
  }

  /** How often its clock was looked at. */
  int looks() {
    return clocks.size();
  }

  /** The earliest time that it has shown since so many looks; the present one when it was not. */
  long earliestClockSince(int looks) {
    return clocks.stream().skip(looks).mapToLong(Long::longValue).min().orElse(loom.now());
  }

  /** Asks inside a transaction of the caller's, beside the writer. */
  CompletableFuture<PostResult> join(Asked asked) {
    Task task = new Task(asked.command(), asked.companions());
    start(() -> join(task));
    return task.answer;
  }

  private void join(Task task) {
    try {
      long now = Micros.of(instant());
      store.transaction(
          session -> JoinedLedger.run(session, store.idsSince(), store::roomFor, task, now));
      task.answer.complete(task.result);
    } catch (SQLException | TakenMeanwhile | Stale | NoRoom failed) {
      task.answer.completeExceptionally(Transactions.translated(failed));
    } catch (RuntimeException failed) {
      task.answer.completeExceptionally(failed);
    }
  }

  /** Orders a change of an account, beside the writer. */
  CompletableFuture<AccountChange> change(AccountOrder order) {
    CompletableFuture<AccountChange> answer = new CompletableFuture<>();
    start(
        () -> {
          try {
            answer.complete(
                AccountOrders.apply(store, order, () -> Micros.of(instant()), this::pause));
          } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
          }
        });
    return answer;
  }

  /** Hears what posting something would have given. */
  @FunctionalInterface
  interface Preview {
    void told(PostResult result, long asOf, long idsSince, long clock);
  }

  /** Says what posting this would give; nothing when the database does not answer. */
  void preview(Posting posting, Preview preview, Runnable silence) {
    start(
        () -> {
          long now = Micros.of(instant());
          Task task = new Task(posting, List.of());
          try {
            store.read(
                (session, asOf) -> {
                  long since = store.idsSince();
                  Ledger.alone(session, Session.Access.READ, since, task).preview(now);
                  preview.told(task.result, asOf, since, now);
                });
          } catch (SQLException failed) {
            silence.run();
          }
        });
  }

  @Override
  public void start(Runnable lane) {
    if (!isDown) {
      loom.start(name + " lane " + ++lanes, this, lane);
    }
  }

  @Override
  public void await(BooleanSupplier isReady) {
    loom.await(this, isReady);
  }

  @Override
  public void change(Runnable change) {
    change.run();
    if (!isDown) {
      loom.wake(this);
      loom.step();
    }
  }

  @Override
  public void pause(int tries) {
    loom.sleep(20_000L * tries);
  }
}
