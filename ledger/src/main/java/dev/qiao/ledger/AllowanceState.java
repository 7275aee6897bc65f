package dev.qiao.ledger;

import dev.qiao.money.Unit;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * What deciding needs to know of an allowance.
 *
 * @param windowStart when the open window, or the newest part of a rolling one, began
 * @param windowEnd when it ends; until the first use it has ended
 * @param slots what was used: in the open window, or in each part of a rolling one, newest first.
 *     Never changed in place
 */
record AllowanceState(
    long number,
    Unit unit,
    long cap,
    Window window,
    ZoneId zone,
    Optional<ZoneId> nextZone,
    boolean restored,
    long windowStart,
    long windowEnd,
    long[] slots,
    long version,
    long touchedAt) {
  static final Comparator<AllowanceState> BY_NUMBER =
      Comparator.comparingLong(AllowanceState::number);

  /**
   * As it is at this time: windows that have ended are forgotten, a new zone takes effect. Then the
   * open window goes on until the new zone's next boundary: else whoever changes zones often would
   * begin a window each time.
   */
  AllowanceState at(long at) {
    if (at < windowEnd || window.kind() == Window.Kind.PAYMENT) {
      return this;
    }
    ZoneId now = nextZone.orElse(zone);
    long[] counts = new long[window.slots()];
    long start = window.start(at, now);
    if (window.kind() != Window.Kind.ROLLING) {
      if (start < windowEnd) { // Only after a change of zone: no short window, but a longer one.
        start = windowStart;
        counts = slots;
      }
    } else {
      long shift = (start - windowStart) / window.part();
      for (int i = 0; i + shift < counts.length; i++) {
        counts[(int) (i + shift)] = slots[i];
      }
    }
    return new AllowanceState(
        number,
        unit,
        cap,
        window,
        now,
        Optional.empty(),
        restored,
        start,
        window.end(at, now),
        counts,
        version,
        touchedAt);
  }

  long used() {
    return Arrays.stream(slots).sum();
  }

  /** Each payment alone: then nothing is counted from one to the next. */
  boolean countsPayments() {
    return slots.length == 0;
  }

  boolean allows(long amount) {
    return used() + amount <= cap;
  }

  /** After a use in the open window. A window of one payment keeps no count. */
  AllowanceState use(long amount, long at) {
    return slots.length == 0 ? this : counted(0, amount, at);
  }

  /** After giving back to its own window; without effect when that is over. */
  AllowanceState giveBack(Used back, long at) {
    if (slots.length == 0) {
      return this;
    }
    boolean rolling = window.kind() == Window.Kind.ROLLING;
    long age = windowStart - back.windowStart();
    long slot = rolling ? age / window.part() : age == 0 ? 0 : slots.length;
    return slot < slots.length ? counted((int) slot, back.amount(), at) : this;
  }

  private AllowanceState counted(int slot, long by, long at) {
    long[] counts = slots.clone();
    counts[slot] += by;
    return new AllowanceState(
        number,
        unit,
        cap,
        window,
        zone,
        nextZone,
        restored,
        windowStart,
        windowEnd,
        counts,
        version + 1,
        at);
  }
}
