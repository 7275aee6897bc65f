package dev.qiao.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What deciding a reversal needs to know of what it reverses.
 *
 * @param reversal whether it is a reversal itself
 * @param legs what it moved; empty when it was refused
 * @param reversed how much of it was moved back before, in minor units
 * @param used what it, or its hold, took from allowances
 * @param usedFor the amount that this was taken for, in minor units
 */
record PastPosting(
    boolean reversal,
    boolean refused,
    List<Leg> legs,
    long reversed,
    Optional<UUID> channel,
    Optional<String> scene,
    List<Used> used,
    long usedFor) {

  PastPosting reversedBy(long amount) {
    return new PastPosting(
        reversal, refused, legs, reversed + amount, channel, scene, used, usedFor);
  }

  static long sum(List<Leg> legs) {
    return legs.stream().mapToLong(leg -> leg.amount().minor()).sum();
  }
}
