package dev.qiao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What was measured, as text. */
final class Report {
  private Report() {}

  /** A run, as soon as it is over. */
  static String line(Sample sample) {
    StringBuilder line =
        new StringBuilder(
            said(
                "%-10s %8.0f postings/s, accepted %.0f/s, committed %.0f/s, p50 %.2f ms, p99 %.2f ms,"
                    + " %d bytes, %s",
                sample.scenario().code,
                sample.postedPerSecond(),
                sample.acceptedPerSecond(),
                sample.committedPerSecond(),
                sample.p50Millis(),
                sample.p99Millis(),
                sample.bytes(),
                sample.audit()));
    if (sample.refused() > 0) {
      line.append(", ").append(sample.refused()).append(" refused");
    }
    if (sample.failed() > 0) {
      line.append(", ").append(sample.failed()).append(" failed: ");
      line.append(sample.firstFailure().orElse(""));
    }
    return line.toString();
  }

  /** The medians of all rounds. */
  static List<String> table(Results results) {
    List<String> lines = new ArrayList<>();
    String yardstick = results.yardstick().map(name -> "x " + name).orElse("");
    lines.add(
        said(
            "%-10s %10s %10s %10s %11s %9s %9s %6s",
            "median of",
            "postings/s",
            yardstick,
            "accepted/s",
            "committed/s",
            "p50 ms",
            "p99 ms",
            "bytes"));
    for (Scenario scenario : Scenario.values()) {
      if (!results.samples(scenario).isEmpty()) {
        lines.add(row(results, scenario));
      }
    }
    results
        .yardstickPerSecond()
        .ifPresent(
            perSecond ->
                lines.add(
                    said(
                        "%-10s %10.0f transactions/s",
                        results.yardstick().orElseThrow(), perSecond)));
    results
        .yardstickMillisAlone()
        .ifPresent(
            millis ->
                lines.add(
                    said(
                        "%-10s mean %.2f ms for one client; a single caller of the ledger %.2f ms",
                        results.yardstick().orElseThrow(),
                        millis,
                        median(results, Scenario.ALONE, Sample::meanMillis))));
    return lines;
  }

  private static String row(Results results, Scenario scenario) {
    OptionalDouble times = results.times(scenario);
    return said(
        "%-10s %10.0f %10s %10.0f %11.0f %9.2f %9.2f %6.0f",
        scenario.code,
        median(results, scenario, Sample::postedPerSecond),
        times.isPresent() ? said("%.1fx", times.getAsDouble()) : "",
        median(results, scenario, Sample::acceptedPerSecond),
        median(results, scenario, Sample::committedPerSecond),
        median(results, scenario, Sample::p50Millis),
        median(results, scenario, Sample::p99Millis),
        median(results, scenario, sample -> sample.bytes()));
  }

  private static double median(
      Results results, Scenario scenario, ToDoubleFunction<Sample> figure) {
    return results.median(scenario, figure).orElseThrow();
  }

  /** The last line; what was not asked for is left out. */
  static String closing(Results results) {
    List<String> parts = new ArrayList<>();
    results
        .perSecond(Scenario.UNIFORM)
        .ifPresent(perSecond -> parts.add(said("%.0f postings/s", perSecond)));
    results
        .times(Scenario.UNIFORM)
        .ifPresent(times -> parts.add(said("%.1fx %s", times, results.yardstick().orElseThrow())));
    results.besideUniform(Scenario.HOT).ifPresent(ratio -> parts.add(said("hot %.2f", ratio)));
    results
        .median(Scenario.HALF, Sample::p99Millis)
        .ifPresent(millis -> parts.add(said("p99 %.1f ms at half load", millis)));
    parts.add(results.isClean() ? "audit ok" : "audit failed");
    return "ledger: " + String.join(", ", parts);
  }

  /** Numbers read the same in every country. */
  static String said(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
