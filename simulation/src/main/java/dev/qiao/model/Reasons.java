package dev.qiao.model;

import java.util.BitSet;
import java.util.List;

/** Why something is refused: of all that apply, the first in this order is given. */
final class Reasons {
  private static final List<String> ORDER =
      List.of(
          "id_not_time_ordered",
          "id_too_far_ahead",
          "id_too_old",
          "no_legs",
          "too_many_legs",
          "amount_not_positive",
          "same_account",
          "expiry_not_ahead",
          "guard_missed",
          "hold_exists",
          "hold_not_found",
          "hold_expired",
          "hold_finished",
          "posting_not_found",
          "not_reversible",
          "whole_only",
          "already_reversed",
          "account_not_found",
          "allowance_not_found",
          "unit_mismatch",
          "account_closed",
          "frozen_for_debit",
          "frozen_for_credit",
          "exceeds_hold",
          "exceeds_remaining",
          "allowance_exceeded",
          "insufficient_funds",
          "ceiling_exceeded",
          "balance_out_of_range");

  private final BitSet broken = new BitSet();

  void add(String reason) {
    int place = ORDER.indexOf(reason);
    if (place < 0) {
      throw new IllegalArgumentException("Not a reason: " + reason);
    }
    broken.set(place);
  }

  boolean addIf(boolean applies, String reason) {
    if (applies) {
      add(reason);
    }
    return applies;
  }

  boolean isEmpty() {
    return broken.isEmpty();
  }

  String first() {
    return ORDER.get(broken.nextSetBit(0));
  }
}
