package dev.qiao.ledger;

import java.util.Collection;
import java.util.TreeSet;

/** The periods of time of ids for which there is room. */
final class Periods {
  private final TreeSet<Long> numbers = new TreeSet<>();
  private final long length;
  private long takenFrom;

  /**
   * @param length microseconds
   */
  Periods(long length) {
    this.length = length;
  }

  boolean hasRoomFor(PostingId id) {
    return Micros.ofId(id.value()) >= takenFrom && numbers.contains(numberOf(id));
  }

  long makeRoom(Collection<PostingId> ids) {
    for (PostingId id : ids) {
      if (Micros.ofId(id.value()) >= takenFrom) {
        numbers.add(numberOf(id));
      }
    }
    return takenFrom;
  }

  /** Microseconds: ids of earlier times are taken no more. */
  long takenFrom() {
    return takenFrom;
  }

  /** Puts the oldest period aside, unless it is the only one. */
  boolean putOldestAside() {
    if (numbers.size() < 2) {
      return false;
    }
    takenFrom = (numbers.pollFirst() + 1) * length;
    return true;
  }

  private long numberOf(PostingId id) {
    return Micros.ofId(id.value()) / length;
  }
}
