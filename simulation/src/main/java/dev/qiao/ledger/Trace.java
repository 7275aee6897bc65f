package dev.qiao.ledger;

/** A fingerprint of all that happened, in its order. */
final class Trace {
  private long hash = 0xcbf29ce484222325L;

  void add(long what) {
    hash = (hash ^ what) * 0x100000001b3L;
    hash ^= hash >>> 29;
  }

  long hash() {
    return hash;
  }
}
