package dev.qiao.bench;

import dev.qiao.bench.Options.YardstickChoice;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the options of the command line, with a line for each mistake. */
final class Arguments {
  private static final Set<String> WITH_VALUE =
      Set.of(
          "--seconds",
          "--rounds",
          "--scenarios",
          "--json",
          "--preload",
          "--months",
          "--data",
          "--accounts",
          "--warm-up",
          "--scale",
          "--yardstick",
          "--pgbench");
  private static final String GATES = "--gates";

  private final Map<String, String> given = new HashMap<>();
  private final List<String> mistakes = new ArrayList<>();

  /** What the arguments say. */
  sealed interface Asked {
    record Fit(Options options) implements Asked {}

    record Mistaken(List<String> lines) implements Asked {}
  }

  private Arguments() {}

  static Asked read(String... arguments) {
    Arguments reader = new Arguments();
    reader.gather(new ArrayDeque<>(List.of(arguments)));
    Options options = reader.options();
    return reader.mistakes.isEmpty()
        ? new Asked.Fit(options)
        : new Asked.Mistaken(List.copyOf(reader.mistakes));
  }

  private void gather(Deque<String> rest) {
    while (!rest.isEmpty()) {
      String[] parts = rest.poll().split("=", 2);
      String name = parts[0];
      if (name.equals(GATES) && parts.length == 1) {
        given.put(name, "");
      } else if (!WITH_VALUE.contains(name)) {
        mistakes.add("There is no option \"" + name + "\": see docs/operating/benchmarks.md.");
        skipValue(parts.length == 1, rest);
      } else {
        String value = parts.length == 2 ? parts[1] : rest.isEmpty() ? "" : rest.poll();
        if (value.isEmpty()) {
          mistakes.add(name + " needs a value.");
        } else if (given.put(name, value) != null) {
          mistakes.add(name + " is given twice.");
        }
      }
    }
  }

  /** Of an unknown option: one mistake is enough. */
  private static void skipValue(boolean isBehind, Deque<String> rest) {
    if (isBehind && !rest.isEmpty() && !rest.peek().startsWith("--")) {
      rest.poll();
    }
  }

  private Options options() {
    Options options =
        new Options(
            number("--seconds", 20, 1, 3_600),
            number("--rounds", 3, 1, 99),
            scenarios(),
            path("--json"),
            number("--preload", 0, 0, Options.PRELOAD_MAX),
            number("--months", Options.MONTHS, 1, Options.MONTHS),
            path("--data"),
            number("--accounts", 100_000, 10, 1_000_000),
            number("--warm-up", 2, 0, 60),
            number("--scale", 50, 1, 1_000),
            yardstick(),
            path("--pgbench"),
            given.containsKey(GATES));
    if (options.has(Scenario.HALF) && !options.has(Scenario.UNIFORM)) {
      mistakes.add("The scenario half needs uniform: it is half of that rate.");
    }
    if (options.preload() > 0 && !options.has(Scenario.UNIFORM)) {
      mistakes.add("--preload needs the scenario uniform: it is compared with that.");
    }
    return options;
  }

  private int number(String name, int otherwise, int min, int max) {
    String text = given.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text.replace("_", ""));
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException none) {
      // Said below.
    }
    mistakes.add("%s needs a number from %d to %d, not \"%s\".".formatted(name, min, max, text));
    return otherwise;
  }

  private List<Scenario> scenarios() {
    String text = given.get("--scenarios");
    if (text == null) {
      return Scenario.named();
    }
    Set<Scenario> wanted = EnumSet.noneOf(Scenario.class);
    for (String code : text.split(",")) {
      Optional<Scenario> scenario = Scenario.of(code.strip());
      scenario.ifPresent(wanted::add);
      if (scenario.isEmpty()) {
        mistakes.add(
            "There is no scenario \"%s\": there are %s."
                .formatted(
                    code.strip(),
                    String.join(", ", Scenario.named().stream().map(one -> one.code).toList())));
      }
    }
    return List.copyOf(wanted);
  }

  private YardstickChoice yardstick() {
    String text = given.getOrDefault("--yardstick", "auto");
    Optional<YardstickChoice> choice =
        Arrays.stream(YardstickChoice.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
            .findFirst();
    if (choice.isEmpty()) {
      mistakes.add("--yardstick is auto, pgbench, jdbc or none, not \"" + text + "\".");
    }
    return choice.orElse(YardstickChoice.AUTO);
  }

  private Optional<Path> path(String name) {
    return Optional.ofNullable(given.get(name)).map(Path::of);
  }
}
