package dev.qiao.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that was ever kept, with the number of the commit that made it so. */
final class History {
  private final Map<Key, TreeMap<Long, Object>> values = new HashMap<>();

  /** As it was after that commit; null when it was not there yet. */
  Object at(Key key, long commit) {
    TreeMap<Long, Object> versions = values.get(key);
    Map.Entry<Long, Object> found = versions == null ? null : versions.floorEntry(commit);
    return found == null ? null : found.getValue();
  }

  Object latest(Key key) {
    return at(key, Long.MAX_VALUE);
  }

  /** The commit that changed it last; -1 when it is not there. */
  long changedBy(Key key) {
    TreeMap<Long, Object> versions = values.get(key);
    return versions == null ? -1 : versions.lastKey();
  }

  void put(Key key, long commit, Object value) {
    values.computeIfAbsent(key, _ -> new TreeMap<>()).put(commit, value);
  }

  List<Long> commitsOf(Key key) {
    TreeMap<Long, Object> versions = values.get(key);
    return versions == null ? List.of() : List.copyOf(versions.keySet());
  }

  Set<Key> keys() {
    return values.keySet();
  }
}
