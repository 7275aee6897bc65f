package dev.qiao.model;

/**
 * What became of an order.
 *
 * @param content all that it says: equal for equal orders
 * @param refusal the reason's code; null when it was done
 * @param account as it was then; null when it was refused
 */
public record OrderRow(String content, long at, String refusal, AccountRow account) {

  public boolean isDone() {
    return refusal == null;
  }
}
