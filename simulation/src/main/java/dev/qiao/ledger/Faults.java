package dev.qiao.ledger;

import java.util.SplittableRandom;

/** What goes wrong, and how often: in each seed something else. */
final class Faults {
  /** What may happen at a step. */
  enum Fault {
    NONE,
    CRASH,
    CUT,
    PASSING
  }

  private final SplittableRandom random;
  private final int crashesPerMille;
  private final int cutsPerMille;
  private final int passingPerMille;
  private boolean isOn = true;

  Faults(SplittableRandom random) {
    this.random = random;
    this.crashesPerMille = random.nextInt(3) == 0 ? random.nextInt(1, 12) : 0;
    this.cutsPerMille = random.nextInt(3) == 0 ? random.nextInt(1, 20) : 0;
    this.passingPerMille = random.nextInt(3) == 0 ? random.nextInt(1, 20) : 0;
  }

  /** From now on everything works. */
  void stop() {
    isOn = false;
  }

  boolean isOn() {
    return isOn;
  }

  Fault next() {
    if (!isOn) {
      return Fault.NONE;
    }
    int roll = random.nextInt(1_000);
    if (roll < crashesPerMille) {
      return Fault.CRASH;
    }
    if (roll < crashesPerMille + cutsPerMille) {
      return Fault.CUT;
    }
    return roll < crashesPerMille + cutsPerMille + passingPerMille ? Fault.PASSING : Fault.NONE;
  }

  /** One of so many ways. */
  int way(int ways) {
    return random.nextInt(ways);
  }

  /** How long the database takes to notice that a client is gone, or to end its commit. */
  long delay() {
    return random.nextInt(4) == 0 ? random.nextLong(1, 3_000_000) : random.nextLong(1, 20_000);
  }
}
