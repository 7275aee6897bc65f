package dev.qiao.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A hold as it was at some moment.
 *
 * @param ended captured, released or expired; null while it sets something aside
 * @param took what was taken from allowances for it
 */
public record HoldRow(
    long account,
    long amount,
    long captured,
    long released,
    long expiresAt,
    String ended,
    List<Took> took) {

  long remaining() {
    return amount - captured - released;
  }

  HoldRow increased(long by, List<Took> more) {
    List<Took> all = new ArrayList<>(took);
    all.addAll(more);
    return new HoldRow(account, amount + by, captured, released, expiresAt, ended, all);
  }

  HoldRow captured(long by) {
    String end = by == remaining() ? "captured" : null;
    return new HoldRow(account, amount, captured + by, released, expiresAt, end, took);
  }

  HoldRow over(String end) {
    return new HoldRow(account, amount, captured, amount - captured, expiresAt, end, took);
  }
}
