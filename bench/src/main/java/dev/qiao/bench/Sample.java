package dev.qiao.bench;

import java.util.List;
import java.util.Optional;

/**
 * One run of one scenario.
 *
 * @param bytes on disk for each stored command, with all its rows and index entries
 * @param audit in a line
 * @param differences what the audit has found
 */
record Sample(
    Scenario scenario,
    int round,
    double postedPerSecond,
    double acceptedPerSecond,
    double committedPerSecond,
    double p50Millis,
    double p99Millis,
    double meanMillis,
    long bytes,
    long posted,
    long refused,
    long failed,
    Optional<String> firstFailure,
    String audit,
    List<String> differences) {

  static Sample of(
      Scenario scenario,
      int round,
      Measured measured,
      long bytes,
      String audit,
      List<String> found) {
    return new Sample(
        scenario,
        round,
        measured.postedPerSecond(),
        measured.acceptedPerSecond(),
        measured.committedPerSecond(),
        measured.latencies().millis(0.5),
        measured.latencies().millis(0.99),
        measured.latencies().meanMillis(),
        bytes,
        measured.posted(),
        measured.refused(),
        measured.failed(),
        measured.firstFailure(),
        audit,
        List.copyOf(found));
  }

  boolean isSound() {
    return failed == 0 && differences.isEmpty();
  }
}
