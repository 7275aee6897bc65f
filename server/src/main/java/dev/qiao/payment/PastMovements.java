package dev.qiao.payment;

import java.time.Instant;
import java.util.UUID;

/** What people moved before, of one kind of movement. */
public interface PastMovements {
  /**
   * @param count how many there were
   * @param largest of them, in minor units; 0 when there was none
   * @param paidBefore whether any went to the payee that was asked about
   */
  record Past(long count, long largest, boolean paidBefore) {
    public static final Past NONE = new Past(0, 0, false);

    /** Both together. */
    public Past and(Past other) {
      return new Past(
          count + other.count, Math.max(largest, other.largest), paidBefore || other.paidBefore);
    }
  }

  /**
   * What a person moved from one time to another.
   *
   * @param payee the id of a payee as a deed names it; of any kind
   */
  Past past(UUID person, String payee, Instant from, Instant to);
}
