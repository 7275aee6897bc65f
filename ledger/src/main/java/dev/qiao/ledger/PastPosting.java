package dev.qiao.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What deciding a reversal needs to know of what it reverses.
 *
 * @param reversal whether it is a reversal itself
 * @param legs what can be moved back; empty when it was refused, or is a reversal itself
 * @param reversed how much of it was moved back before, in minor units
 * @param used what it, or its hold, took from allowances
 * @param hold the hold that it was captured from
 * @param usedFor the amount that this was taken for, in minor units
 */
record PastPosting(
    boolean reversal,
    boolean refused,
    List<Leg> legs,
    long reversed,
    Optional<UUID> channel,
    Optional<String> scene,
    Optional<HoldId> hold,
    List<Used> used,
    long usedFor) {

  PastPosting reversedBy(long amount) {
    return new PastPosting(
        reversal, refused, legs, reversed + amount, channel, scene, hold, used, usedFor);
  }

  /** With what its hold has taken by now: what is given back is a share of all of that. */
  PastPosting of(HoldState now) {
    return new PastPosting(
        reversal, refused, legs, reversed, channel, scene, hold, now.used(), now.amount());
  }

  static long sum(List<Leg> legs) {
    return legs.stream().mapToLong(leg -> leg.amount().minor()).sum();
  }
}
