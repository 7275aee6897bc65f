package dev.qiao.model;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What becomes of an order, and of the account that it is about. */
final class OrderRules {
  private static final long MOST = 9_007_199_254_740_991L;
  private static final long DAY = 24L * 60 * 60 * 1_000_000;

  private final AccountRow before;
  private final Order order;
  private final long at;

  /**
   * @param before the account; null when there is none
   */
  OrderRules(AccountRow before, Order order, long clock) {
    this.before = before;
    this.order = order;
    this.at = before == null ? clock : Math.max(clock, before.touchedAt());
  }

  OrderRow answer(String content) {
    List<String> reasons = new ArrayList<>();
    id(reasons);
    if (order instanceof Order.Limit limit) {
      addIf(reasons, limit.floor() != null && isNotAFloor(limit.floor()), "floor_out_of_range");
      addIf(
          reasons,
          limit.ceiling() != null && isNotACeiling(limit.ceiling()),
          "ceiling_out_of_range");
    }
    if (before == null) {
      reasons.add("account_not_found");
    } else {
      account(reasons);
    }
    return reasons.isEmpty()
        ? new OrderRow(content, at, null, after())
        : new OrderRow(content, at, reasons.getFirst(), null);
  }

  private void id(List<String> reasons) {
    UUID id = order.id();
    boolean ordered = id.version() == 7 && id.variant() == 2;
    addIf(reasons, !ordered, "id_not_time_ordered");
    long madeAt = (id.getMostSignificantBits() >>> 16) * 1_000;
    addIf(reasons, ordered && madeAt > at + DAY, "id_too_far_ahead");
  }

  private void account(List<String> reasons) {
    addIf(reasons, before.closed() && !(order instanceof Order.Close), "account_closed");
    if (order instanceof Order.Close) {
      addIf(reasons, before.posted() != 0, "balance_not_zero");
      addIf(reasons, before.held() != 0, "held_not_zero");
    }
    if (order instanceof Order.Limit limit) {
      addIf(
          reasons,
          limit.floor() != null && before.available() < limit.floor(),
          "floor_above_available");
      addIf(
          reasons,
          limit.ceiling() != null && before.posted() > limit.ceiling(),
          "ceiling_below_posted");
    }
  }

  /** What is so already is not touched. */
  private AccountRow after() {
    AccountRow after =
        switch (order) {
          case Order.Freeze freeze -> frozen(freeze.debit(), true);
          case Order.Unfreeze unfreeze -> frozen(unfreeze.debit(), false);
          case Order.Limit limit -> before.limited(limit.floor(), limit.ceiling());
          case Order.Close _ -> before.shut();
        };
    return after.equals(before) ? before : after.touched(at);
  }

  private AccountRow frozen(boolean debit, boolean frozen) {
    return before.frozen(
        debit ? frozen : before.frozenForDebit(), debit ? before.frozenForCredit() : frozen);
  }

  private static boolean isNotAFloor(long minor) {
    return minor > 0 || minor < -MOST;
  }

  private static boolean isNotACeiling(long minor) {
    return minor < 0 || minor > MOST;
  }

  private static void addIf(List<String> reasons, boolean applies, String reason) {
    if (applies) {
      reasons.add(reason);
    }
  }
}
