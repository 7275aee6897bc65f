package dev.qiao.model;

/**
 * An account as it was at some moment.
 *
 * @param floor what the available balance never falls below; null when it may
 * @param ceiling what the posted balance never rises above; null when it may
 */
public record AccountRow(
    String unit,
    Long floor,
    Long ceiling,
    boolean frozenForDebit,
    boolean frozenForCredit,
    boolean closed,
    long posted,
    long held,
    long sequence,
    long touchedAt) {

  long available() {
    return posted - held;
  }

  AccountRow changed(long postedBy, long heldBy, long at) {
    return new AccountRow(
        unit,
        floor,
        ceiling,
        frozenForDebit,
        frozenForCredit,
        closed,
        posted + postedBy,
        held + heldBy,
        sequence + 1,
        at);
  }

  AccountRow frozen(boolean forDebit, boolean forCredit) {
    return with(floor, ceiling, forDebit, forCredit, closed, touchedAt);
  }

  AccountRow limited(Long newFloor, Long newCeiling) {
    return with(newFloor, newCeiling, frozenForDebit, frozenForCredit, closed, touchedAt);
  }

  AccountRow shut() {
    return with(floor, ceiling, frozenForDebit, frozenForCredit, true, touchedAt);
  }

  AccountRow touched(long at) {
    return with(floor, ceiling, frozenForDebit, frozenForCredit, closed, at);
  }

  private AccountRow with(
      Long newFloor, Long newCeiling, boolean forDebit, boolean forCredit, boolean shut, long at) {
    return new AccountRow(
        unit, newFloor, newCeiling, forDebit, forCredit, shut, posted, held, sequence, at);
  }
}
