package dev.qiao.ledger;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Map;

/**
 * Runs simulations of the ledger's core and writer: {@code Simulate [SEED] [--seeds N] [--commands
 * N] [--plant BUG]}. Ends with 1 when something that must never be true was, and then says by which
 * command it is seen again.
 */
public final class Simulate {
  private static final int SEEDS = 200;
  private static final int COMMANDS = 2_000;

  private final Tally tally = new Tally();
  private final PrintStream out;
  private final long first;
  private final int seeds;
  private final int commands;
  private final Plant plant;
  private int violations;

  public static void main(String... arguments) {
    try {
      System.exit(of(System.out, arguments).run() ? 0 : 1);
    } catch (IllegalArgumentException wrong) {
      System.err.println("qiao: " + wrong.getMessage());
      System.exit(2);
    }
  }

  Simulate(PrintStream out, long first, int seeds, int commands, Plant plant) {
    this.out = out;
    this.first = first;
    this.seeds = seeds;
    this.commands = commands;
    this.plant = plant;
  }

  /** Throws IllegalArgumentException, which says why, for arguments that are none. */
  static Simulate of(PrintStream out, String... arguments) {
    long first = 1;
    int seeds = 0;
    int commands = COMMANDS;
    Plant plant = Plant.NOTHING;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--seeds" -> seeds = (int) number(arguments, ++i, 1_000_000);
        case "--commands" -> commands = (int) number(arguments, ++i, 10_000_000);
        case "--plant" -> plant = plant(arguments, ++i);
        default -> {
          if (i > 0 || arguments[i].startsWith("-")) {
            throw new IllegalArgumentException(
                "There is no option \"" + arguments[i] + "\": see ./qiao help.");
          }
          first = number(arguments, i, Long.MAX_VALUE);
          seeds = 1;
        }
      }
    }
    return new Simulate(out, first, seeds == 0 ? SEEDS : seeds, commands, plant);
  }

  private static Plant plant(String[] arguments, int place) {
    String code = place < arguments.length ? arguments[place] : "";
    return Arrays.stream(Plant.values())
        .filter(plant -> plant.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--plant needs one of "
                        + Arrays.stream(Plant.values()).map(Plant::code).toList()
                        + ", not \""
                        + code
                        + "\"."));
  }

  private static long number(String[] arguments, int place, long most) {
    String text = place < arguments.length ? arguments[place] : "";
    if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) > most || Long.parseLong(text) < 1) {
      throw new IllegalArgumentException(
          "A whole number is needed, at least 1, not \"" + text + "\": see ./qiao help.");
    }
    return Long.parseLong(text);
  }

  /** Whether nothing was wrong. */
  boolean run() {
    for (long seed = first; seed < first + seeds; seed++) {
      Simulation simulation = new Simulation(seed, commands, plant);
      try {
        simulation.run();
      } catch (RuntimeException wrong) {
        violations++;
        tell(seed, wrong);
      }
      tally.add(simulation.tally());
    }
    tally.counts().forEach((what, count) -> out.printf("  %-29s %9d%n", what, count));
    out.println(lastLine());
    return violations == 0;
  }

  private void tell(long seed, RuntimeException wrong) {
    out.println(wrong.getMessage());
    if (!(wrong instanceof Violation)) {
      wrong.printStackTrace(out);
    }
    out.println("Again: ./qiao simulate " + seed + options());
  }

  private String options() {
    return (commands == COMMANDS ? "" : " --commands " + commands)
        + (plant == Plant.NOTHING ? "" : " --plant " + plant.code());
  }

  private String lastLine() {
    long share = tally.commands() == 0 ? 0 : tally.posted() * 100 / tally.commands();
    return "simulate: %d seeds, %d commands, %d %% posted, %d violations"
        .formatted(seeds, tally.commands(), share, violations);
  }

  /** How often callers were told what. */
  Map<String, Long> counts() {
    return tally.counts();
  }
}
