package dev.qiao.ledger;

import dev.qiao.model.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** One run: all that happens in it follows from its seed. */
final class Simulation {
  private static final Instant BEGIN = Instant.parse("2026-11-21T08:00:00Z");
  private static final long HOUR = 3600 * Micros.PER_SECOND;
  private static final int COMMANDS_AN_ORDER = 25;

  private final long seed;
  private final Plant plant;
  private final SplittableRandom random;
  private final Trace trace = new Trace();
  private final Loom loom;
  private final Faults faults;
  private final Database database;
  private final Model model = new Model();
  private final Tally tally = new Tally();
  private final OrderJudge orderJudge;
  private final Judge judge;
  private final Town town;
  private final Wishes wishes;
  private final OrderWishes orders;
  private final List<Server> servers = new ArrayList<>();
  private final List<Asked> left = new ArrayList<>();
  private final int rememberedMax;
  private final int waitingMax;
  private int commandsLeft;
  private int callersLeft;
  private int serversMade;

  Simulation(long seed, int commands, Plant plant) {
    this.seed = seed;
    this.plant = plant;
    this.commandsLeft = commands;
    this.random = new SplittableRandom(seed);
    Streams streams = Streams.of(random);
    this.loom =
        new Loom(
            random.split(),
            trace,
            Micros.of(BEGIN) + random.nextLong(1_000 * HOUR),
            random.nextInt(20, 95),
            1 << random.nextInt(4, 17));
    this.faults = new Faults(random.split());
    this.database = new Database(loom, trace, new Periods((1L << random.nextInt(0, 9)) * HOUR));
    this.orderJudge = new OrderJudge(model, loom, tally);
    this.judge = new Judge(model, database, tally, orderJudge);
    SimulatedTown place = new SimulatedTown(database, model);
    this.town = new Town(streams.town(), place);
    this.wishes = new Wishes(streams.commands(), town, place);
    this.orders = new OrderWishes(streams.orders(), town, place);
    this.rememberedMax = random.nextInt(4) == 0 ? random.nextInt(1, 8) : 1_000;
    this.waitingMax = random.nextInt(3) == 0 ? random.nextInt(2, 20) : 1_000;
  }

  /** What happened, when nothing was wrong. Throws what was. */
  Ending run() {
    int serverCount = random.nextInt(4) == 0 ? 1 : random.nextInt(2, 4);
    for (int i = 0; i < serverCount; i++) {
      servers.add(newServer());
    }
    callersLeft = random.nextInt(1, 13);
    int burstMax = 1 << random.nextInt(1, 7);
    for (int i = callersLeft; i > 0; i--) {
      Caller caller = new Caller(this, loom, random.split(), burstMax);
      loom.start("caller " + i, null, () -> call(caller));
    }
    loom.start("operator", null, new Operator(this, loom, database, model, town, random.split()));
    loom.run();
    judge.compareAll();
    loom.run();
    return new Ending(seed, tally, trace.hash());
  }

  private void call(Caller caller) {
    caller.run();
    callersLeft--;
    if (callersLeft == 0) {
      faults.stop();
      caller.settle(List.copyOf(left), false);
      callersLeft = -1;
    }
  }

  /** Whether everybody has all answers. */
  boolean isOver() {
    return callersLeft < 0;
  }

  private Server newServer() {
    long clockOff = random.nextInt(3) == 0 ? random.nextLong(-2 * HOUR, 2 * HOUR) : 0;
    return new Server(
        "server " + ++serversMade,
        loom,
        database,
        faults,
        plant,
        clockOff,
        rememberedMax,
        waitingMax);
  }

  /** In the place of one that is down. */
  void restart() {
    servers.replaceAll(server -> server.isDown() ? newServer() : server);
  }

  Optional<Server> anyServer() {
    List<Server> up = servers.stream().filter(server -> !server.isDown()).toList();
    return up.isEmpty() ? Optional.empty() : Optional.of(up.get(random.nextInt(up.size())));
  }

  /** The next commands; none when there were enough. */
  List<Asked> take(int count) {
    List<Asked> taken = new ArrayList<>();
    for (int i = Math.min(count, commandsLeft); i > 0; i--) {
      commandsLeft--;
      tally.command();
      taken.add(wishes.next());
    }
    return taken;
  }

  /** What the back office orders while so many commands are asked for. */
  List<Ordered> takeOrders(int commands) {
    List<Ordered> taken = new ArrayList<>();
    for (int i = 0; i < commands; i++) {
      if (random.nextInt(COMMANDS_AN_ORDER) == 0) {
        taken.add(orders.next());
      }
    }
    return taken;
  }

  /** Nobody asks for this any more, until the end. */
  void leave(Asked asked) {
    left.add(asked);
  }

  Faults faults() {
    return faults;
  }

  OrderJudge orderJudge() {
    return orderJudge;
  }

  Judge judge() {
    return judge;
  }

  Tally tally() {
    return tally;
  }

  /** What a run has come to. */
  record Ending(long seed, Tally tally, long trace) {}
}
