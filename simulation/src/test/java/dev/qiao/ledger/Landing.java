package dev.qiao.ledger;

import java.util.List;
import java.util.Map;

/**
 * A committed transaction, as its writer meant it.
 *
 * @param begunAt a tick before it read anything
 * @param stamp a tick at which it held all its locks, and had read all that it needed: those that
 *     changed the same are in the database's order by it
 * @param doneAt a tick at which everybody could see it
 * @param rows the commands that it stored, in the order in which they were decided
 * @param orders the orders that it stored
 * @param accounts the versions that it proved, or locked
 * @param allowances the same of allowances
 */
record Landing(
    long begunAt,
    long stamp,
    long doneAt,
    List<Row> rows,
    List<StoredOrder> orders,
    Map<Long, Proof> accounts,
    Map<Long, Proof> allowances) {

  /** The version that the database had, and the one that it was left with. */
  record Proof(long before, long after) {
    boolean isChange() {
      return before != after;
    }
  }
}
