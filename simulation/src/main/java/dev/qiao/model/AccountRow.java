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

  public AccountRow frozen(boolean forDebit, boolean forCredit) {
    return new AccountRow(
        unit, floor, ceiling, forDebit, forCredit, closed, posted, held, sequence, touchedAt);
  }

  public AccountRow shut() {
    return new AccountRow(
        unit,
        floor,
        ceiling,
        frozenForDebit,
        frozenForCredit,
        true,
        posted,
        held,
        sequence,
        touchedAt);
  }
}
