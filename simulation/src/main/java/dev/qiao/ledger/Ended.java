package dev.qiao.ledger;

/**
 * The server that this runs on has crashed, or the simulation is over. An error, so that nobody
 * tries again.
 */
final class Ended extends Error {
  Ended() {
    super("Over", null, false, false);
  }
}
