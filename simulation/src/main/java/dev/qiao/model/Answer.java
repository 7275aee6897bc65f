package dev.qiao.model;

import java.util.List;

/**
 * What became of an ask: it was refused for a reason, or done.
 *
 * @param refusal the reason's code; null when it was done
 * @param after each touched account as it was then, in the order in which they were first touched
 */
public record Answer(long at, String refusal, List<After> after) {

  /** An account after it. */
  public record After(long account, long posted, long held, long sequence) {}

  static Answer refused(long at, String reason) {
    return new Answer(at, reason, List.of());
  }

  public boolean isDone() {
    return refusal == null;
  }
}
