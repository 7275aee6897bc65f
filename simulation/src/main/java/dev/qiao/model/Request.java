package dev.qiao.model;

import java.util.List;

/**
 * An ask as it is sent.
 *
 * @param content all that it says: equal for equal asks
 * @param guards business rows that must be as it says, and are changed with it
 * @param inserts keys of business rows that it brings, each new
 */
public record Request(Ask ask, String content, List<Guard> guards, List<String> inserts) {

  /** A business row that is to go from one state to another. */
  public record Guard(String row, String from, String to) {}

  /** The ask without what travels with it. */
  public Request alone() {
    return new Request(ask, content, List.of(), List.of());
  }
}
