package dev.qiao.bench;

import java.util.Optional;

/**
 * What a load has shown.
 *
 * @param begun units of work that the ledger took
 * @param sendingSeconds for how long they were begun
 * @param commands that got a durable answer
 * @param posted one-leg postings that ended Posted
 * @param refused commands with another answer
 * @param failed units of work that ended in an exception
 * @param seconds until the last answer
 * @param firstFailure of those that failed
 */
record Measured(
    long begun,
    double sendingSeconds,
    long commands,
    long posted,
    long refused,
    long failed,
    double seconds,
    Latencies latencies,
    Optional<String> firstFailure) {

  double postedPerSecond() {
    return posted / seconds;
  }

  /** Units of work that the ledger took into its queue, a second of sending. */
  double acceptedPerSecond() {
    return begun / sendingSeconds;
  }

  /** Commands that were durable and answered, a second. */
  double committedPerSecond() {
    return commands / seconds;
  }
}
