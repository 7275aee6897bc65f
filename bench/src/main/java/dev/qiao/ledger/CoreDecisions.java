package dev.qiao.ledger;

import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import dev.qiao.money.Unit;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The core deciding, in one thread and without a database, on 100,000 accounts. The commands are
 * made beforehand; each of them has to be accepted.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
public class CoreDecisions {
  static final int COMMANDS = 300_000;
  private static final int ACCOUNTS = 100_000;
  private static final int ALLOWANCES = 1_000;
  private static final Unit CNY = Unit.of("CNY");
  private static final Money ONE = Money.of(1, CNY);

  /** Plain postings, postings that use an allowance, or holds with two captures each. */
  @Param({"plain", "allowances", "holds"})
  public String mix;

  private final SplittableRandom random = new SplittableRandom(1);
  private final Ids ids = new Ids(InstantSource.system(), random);
  private final World world = new World();
  private final Core core = new Core(world);
  private final long clock = Micros.of(InstantSource.system().instant());
  private Command[] commands;

  /** Made by the harness. */
  public CoreDecisions() {}

  /** Fills the world, and makes the commands. */
  @Setup(Level.Trial)
  public void makeCommands() {
    for (int i = 1; i <= ACCOUNTS; i++) {
      world.add(
          new AccountState(
                  i, CNY, AccountState.NO_FLOOR, AccountState.NO_CEILING, false, false, false)
              .at(0, 0, 0, 0, 0));
    }
    for (int i = 1; i <= ALLOWANCES; i++) {
      world.add(
          new AllowanceState(
              i,
              CNY,
              Money.MINOR_MAX,
              Window.DAY,
              ZoneId.of("UTC"),
              Optional.empty(),
              false,
              0,
              0,
              new long[1],
              0,
              0));
    }
    List<Command> made = new ArrayList<>(COMMANDS);
    while (made.size() < COMMANDS) {
      switch (mix) {
        case "plain" -> made.add(posting().build());
        case "allowances" ->
            made.add(
                posting().use(new AllowanceId(random.nextInt(1, ALLOWANCES + 1)), ONE).build());
        case "holds" -> made.addAll(hold());
        default -> throw new IllegalArgumentException("No such mix: " + mix);
      }
    }
    commands = made.toArray(Command[]::new);
  }

  /** Lets the same holds be made again. */
  @Setup(Level.Invocation)
  public void forgetHolds() {
    world.holds.clear();
  }

  /** Decides all; the number of those that were accepted keeps the compiler honest. */
  @Benchmark
  @OperationsPerInvocation(COMMANDS)
  public int decide() {
    int accepted = 0;
    for (Command command : commands) {
      accepted += core.decide(command, false, clock) instanceof Decision.Accepted ? 1 : 0;
    }
    if (accepted != commands.length) {
      throw new IllegalStateException(commands.length - accepted + " commands were refused");
    }
    return accepted;
  }

  private Posting.Builder posting() {
    long from = random.nextInt(1, ACCOUNTS + 1);
    return Posting.of(id(), "payment", "pay_1")
        .leg(new AccountId(from), new AccountId(from % ACCOUNTS + 1), ONE);
  }

  private List<Command> hold() {
    long from = random.nextInt(1, ACCOUNTS + 1);
    HoldId hold = new HoldId(ids.next());
    return List.of(
        new Hold(
            id(),
            hold,
            new AccountId(from),
            Money.of(2, CNY),
            Micros.instant(clock + 3_600 * Micros.PER_SECOND),
            "pay_1"),
        capture(hold, from % ACCOUNTS + 1),
        capture(hold, (from + 1) % ACCOUNTS + 1));
  }

  private Capture capture(HoldId hold, long to) {
    return new Capture(
        id(),
        hold,
        List.of(new Share(new AccountId(to), ONE)),
        "payment",
        "pay_1",
        false,
        Optional.empty(),
        Optional.empty());
  }

  private PostingId id() {
    return new PostingId(ids.next());
  }
}
