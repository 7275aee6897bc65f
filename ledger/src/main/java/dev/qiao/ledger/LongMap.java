package dev.qiao.ledger;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Values by number, without an object for each key. Not safe for several threads. */
final class LongMap<V> {
  private static final int CAPACITY_MIN = 64;

  private long[] keys = new long[CAPACITY_MIN];
  private Object[] values = new Object[CAPACITY_MIN];
  private int size;

  int size() {
    return size;
  }

  /** The value of this number, or null. */
  @SuppressWarnings("unchecked")
  V get(long key) {
    return (V) values[slotOf(key)];
  }

  void put(long key, V value) {
    if (size >= keys.length / 2) {
      grow();
    }
    int slot = slotOf(key);
    if (values[slot] == null) {
      size++;
    }
    keys[slot] = key;
    values[slot] = value;
  }

  /** Moves up what stood behind it, so that a search never meets a gap in its chain. */
  void remove(long key) {
    int gap = slotOf(key);
    if (values[gap] == null) {
      return;
    }
    size--;
    int mask = keys.length - 1;
    for (int next = gap + 1 & mask; values[next] != null; next = next + 1 & mask) {
      int home = home(keys[next]);
      if ((next - home & mask) >= (next - gap & mask)) {
        keys[gap] = keys[next];
        values[gap] = values[next];
        gap = next;
      }
    }
    values[gap] = null;
  }

  /** Removes all others. */
  void retain(LongPredicate isKept) {
    long[] gone = new long[size];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != null && !isKept.test(keys[i])) {
        gone[count++] = keys[i];
      }
    }
    for (int i = 0; i < count; i++) {
      remove(gone[i]);
    }
  }

  void clear() {
    Arrays.fill(values, null);
    size = 0;
  }

  @SuppressWarnings("unchecked")
  void forEach(Consumer<V> consumer) {
    for (Object value : values) {
      if (value != null) {
        consumer.accept((V) value);
      }
    }
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    int slot = home(key);
    while (values[slot] != null && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private int home(long key) {
    return (int) (key * 0x9E3779B97F4A7C15L >>> 32) & keys.length - 1;
  }

  @SuppressWarnings("unchecked")
  private void grow() {
    long[] oldKeys = keys;
    Object[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new Object[oldValues.length * 2];
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != null) {
        put(oldKeys[i], (V) oldValues[i]);
      }
    }
  }
}
