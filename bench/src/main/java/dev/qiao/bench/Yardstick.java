package dev.qiao.bench;

import java.util.Optional;

/** TPC-B on the same server: what a posting is compared with. */
interface Yardstick {
  /** How it is named in results. */
  String name();

  /** Whether gates may be judged by it. */
  boolean isJudge();

  /** Makes its tables. */
  void fill(int scale) throws Exception;

  Pace run(int clients, int seconds) throws Exception;

  /** As a person would type it. */
  Optional<String> command();

  /**
   * @param perSecond transactions
   * @param meanMillis of one
   */
  record Pace(double perSecond, double meanMillis) {}
}
