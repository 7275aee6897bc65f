package dev.qiao.model;

import java.util.List;
import java.util.UUID;

/**
 * What became of an id.
 *
 * @param legs what it moved
 * @param hold the hold that it captured from, or null
 * @param isReversal whether it moved something back
 * @param reversed how much of it was moved back since
 * @param took what it took from allowances and gave back to them
 */
public record PostingRow(
    String content,
    Answer answer,
    List<Ask.Leg> legs,
    UUID hold,
    boolean isReversal,
    long reversed,
    List<Took> took) {

  PostingRow reversedBy(long amount) {
    return new PostingRow(content, answer, legs, hold, isReversal, reversed + amount, took);
  }

  long moved() {
    return legs.stream().mapToLong(leg -> leg.amount().minor()).sum();
  }
}
