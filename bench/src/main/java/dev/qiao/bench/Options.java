package dev.qiao.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run was asked for.
 *
 * @param seconds how long each scenario is measured, each time
 * @param rounds how often; the median counts
 * @param json where all figures go as well
 * @param preload how many postings are stored before a further scenario; 0 for none
 * @param months in how many months, the present one included, those lie
 * @param data a folder that is kept, with what was preloaded; else a temporary one
 * @param accounts between which is posted
 * @param warmUpSeconds under the same load before each measurement, not counted
 * @param scale of the yardstick's tables, as pgbench counts it
 * @param yardstick what to compare with
 * @param pgbench the program, where it is not where it usually is
 * @param gates whether a missed gate is a failure
 */
record Options(
    int seconds,
    int rounds,
    List<Scenario> scenarios,
    Optional<Path> json,
    int preload,
    int months,
    Optional<Path> data,
    int accounts,
    int warmUpSeconds,
    int scale,
    YardstickChoice yardstick,
    Optional<Path> pgbench,
    boolean gates) {

  /** At most this many commands are under way at once. */
  static final int IN_FLIGHT_MAX = 4_096;

  static final int PRELOAD_MAX = 50_000_000;

  static final int MONTHS = 12;

  /** Callers of the yardstick. */
  static final int CLIENTS = 16;

  enum YardstickChoice {
    /** Pgbench where there is one, else the same through JDBC. */
    AUTO,
    PGBENCH,
    JDBC,
    NONE
  }

  Options {
    scenarios = List.copyOf(scenarios);
  }

  boolean has(Scenario scenario) {
    return scenarios.contains(scenario);
  }
}
