package dev.qiao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a figure has to reach.
 *
 * @param limit in the figure's own measure
 * @param unit behind both numbers, such as {@code x}
 * @param verdict empty where there is nothing to judge by
 */
record Gate(
    String name, double limit, OptionalDouble figure, String unit, Optional<Boolean> verdict) {
  private static final double UNIFORM_TIMES = 6;
  private static final double UNIFORM1M_TIMES = 4.5;
  private static final double HOT_RATIO = 1;
  private static final double ALONE_TIMES = 1.5;
  private static final double STORED_RATIO = 0.8;

  /** Of what was measured; in the order of the text. */
  static List<Gate> of(Results results) {
    List<Gate> gates = new ArrayList<>();
    if (results.yardstick().isPresent()) {
      gates.add(times(Scenario.UNIFORM, UNIFORM_TIMES, results));
      gates.add(times(Scenario.UNIFORM1M, UNIFORM1M_TIMES, results));
    }
    gates.add(ratio(Scenario.HOT, HOT_RATIO, results));
    if (results.yardstick().isPresent()) {
      OptionalDouble alone = results.aloneTimes();
      gates.add(
          new Gate(
              "alone",
              ALONE_TIMES,
              alone,
              "x",
              results.isJudged() && alone.isPresent()
                  ? Optional.of(alone.getAsDouble() <= ALONE_TIMES)
                  : Optional.empty()));
    }
    gates.add(ratio(Scenario.STORED, STORED_RATIO, results));
    return gates.stream().filter(gate -> gate.figure.isPresent()).toList();
  }

  private static Gate times(Scenario scenario, double limit, Results results) {
    OptionalDouble times = results.times(scenario);
    return new Gate(
        scenario.code,
        limit,
        times,
        "x",
        results.isJudged() && times.isPresent()
            ? Optional.of(times.getAsDouble() >= limit)
            : Optional.empty());
  }

  private static Gate ratio(Scenario scenario, double limit, Results results) {
    OptionalDouble ratio = results.besideUniform(scenario);
    return new Gate(
        scenario.code,
        limit,
        ratio,
        "",
        ratio.isPresent() ? Optional.of(ratio.getAsDouble() >= limit) : Optional.empty());
  }

  boolean isMissed() {
    return verdict.isPresent() && !verdict.get();
  }

  /** Such as {@code gate uniform 6.0x: 7.3x passed}. */
  String line() {
    String format = unit.isEmpty() ? "%.2f" : "%.1f" + unit;
    return "gate %s %s: %s %s"
        .formatted(
            name,
            said(format, limit),
            said(format, figure.orElseThrow()),
            verdict.map(passed -> passed ? "passed" : "missed").orElse("not judged"));
  }

  private static String said(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
