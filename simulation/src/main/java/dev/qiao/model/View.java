package dev.qiao.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What one transaction sees: the past up to a commit, and what it has made itself. */
final class View {
  private final History history;
  private final long asOf;
  private final Map<Key, Long> seenAt;
  private final Map<Key, Object> made = new LinkedHashMap<>();

  /**
   * @param seenAt what was looked at after another commit than the rest
   */
  View(History history, long asOf, Map<Key, Long> seenAt) {
    this.history = history;
    this.asOf = asOf;
    this.seenAt = seenAt;
  }

  /** The same, but for what was looked at after other commits. */
  View looking(Map<Key, Long> looks) {
    Map<Key, Long> all = new HashMap<>(seenAt);
    all.putAll(looks);
    View view = new View(history, asOf, all);
    view.made.putAll(made);
    return view;
  }

  /** What this has made, seen as the other sees. */
  View seenAs(View other) {
    View view = new View(history, asOf, other.seenAt);
    view.made.putAll(made);
    return view;
  }

  AccountRow account(long number) {
    return (AccountRow) get(new Key.Account(number));
  }

  AllowanceRow allowance(long number) {
    return (AllowanceRow) get(new Key.Allowance(number));
  }

  HoldRow hold(UUID id) {
    return (HoldRow) get(new Key.Hold(id));
  }

  PostingRow posting(UUID id) {
    return (PostingRow) get(new Key.Posting(id));
  }

  Object get(Key key) {
    return made.containsKey(key) ? made.get(key) : before(key);
  }

  /** Without what this transaction has made of it. */
  Object before(Key key) {
    return history.at(key, seenAt.getOrDefault(key, asOf));
  }

  void put(Key key, Object value) {
    made.put(key, value);
  }

  Map<Key, Object> made() {
    return made;
  }

  /** Whether another transaction has changed it since this one looked. */
  boolean isOutdated(Key key) {
    return history.changedBy(key) > asOf;
  }
}
