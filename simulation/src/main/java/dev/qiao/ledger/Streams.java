package dev.qiao.ledger;

import java.util.SplittableRandom;

/** What a seed decides of a town and of what is asked in it, wherever it is asked. */
record Streams(SplittableRandom town, SplittableRandom commands, SplittableRandom orders) {

  /** The first that is drawn from what a seed begins. */
  static Streams of(SplittableRandom seed) {
    return new Streams(seed.split(), seed.split(), seed.split());
  }
}
