package dev.qiao.ledger;

import java.util.ArrayList;
import java.util.List;

/** What a row was after each commit that changed it. */
final class Versions {
  private final List<Long> commits = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  void add(long commit, Object value) {
    commits.add(commit);
    values.add(value);
  }

  /** As it was after that commit; null when it was not there yet. */
  Object at(long commit) {
    for (int i = commits.size() - 1; i >= 0; i--) {
      if (commits.get(i) <= commit) {
        return values.get(i);
      }
    }
    return null;
  }

  Object latest() {
    return values.isEmpty() ? null : values.getLast();
  }
}
