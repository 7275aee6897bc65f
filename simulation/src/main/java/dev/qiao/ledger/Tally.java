package dev.qiao.ledger;

import java.util.Map;
import java.util.TreeMap;

/** How often callers were told what. */
final class Tally {
  private final Map<String, Long> counts = new TreeMap<>();
  private long commands;
  private long posted;

  void command() {
    commands++;
  }

  void count(PostResult result) {
    switch (result) {
      case PostResult.Posted _ -> count("posted");
      case PostResult.Refused refused -> count(refused.reason().code());
      case PostResult.Replayed _ -> count("replayed");
      case PostResult.IdReused _ -> count("id_reused");
    }
  }

  void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** A command has its answer: what became of it in the end. */
  void answered(boolean isPosted) {
    posted += isPosted ? 1 : 0;
  }

  void add(Tally other) {
    other.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
    commands += other.commands;
    posted += other.posted;
  }

  long commands() {
    return commands;
  }

  long posted() {
    return posted;
  }

  long of(String what) {
    return counts.getOrDefault(what, 0L);
  }

  Map<String, Long> counts() {
    return counts;
  }
}
