package dev.qiao.maintenance;

import java.time.Duration;

/**
 * How fast a pass over everything goes on beside others: from its usual share where they were at
 * work at all of the latest moments, to its larger one where they were at none.
 *
 * @param busyPercent at how many of the latest moments, later ones counting more
 */
record AuditPace(int busyPercent) {
  /** Until more is known. */
  static final AuditPace BUSY = new AuditPace(100);

  /** So many moments ago counts a third of now. */
  private static final int REMEMBERED = 16;

  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(2);

  /** After another moment. */
  AuditPace seen(boolean isQuiet) {
    int towards = isQuiet ? 0 : 100;
    int step = (towards - busyPercent) / REMEMBERED;
    return new AuditPace(busyPercent + (step == 0 ? Integer.signum(towards - busyPercent) : step));
  }

  /** How long to work before a rest. */
  Duration work() {
    return SHORT.plus(LONG.minus(SHORT).multipliedBy(100 - busyPercent).dividedBy(100));
  }

  /** How long to rest after work. */
  Duration rest(Duration work, AuditTerms terms) {
    int share =
        Math.max(
            1,
            (terms.sharePercent() * busyPercent + terms.quietSharePercent() * (100 - busyPercent))
                / 100);
    return work.multipliedBy(100 - share).dividedBy(share);
  }
}
