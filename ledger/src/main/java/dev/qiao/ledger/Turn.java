package dev.qiao.ledger;

/**
 * A batch's place in the order of batches. One that was decided on states that the batch before it
 * has not committed yet must wait for that, and has no ground to stand on when it fails.
 */
final class Turn {
  private enum End {
    COMMITTED,
    FAILED
  }

  private volatile End end;

  /** For the first: nothing is under way before it. */
  static Turn none() {
    Turn turn = new Turn();
    turn.end(true);
    return turn;
  }

  /** The first end counts. */
  void end(boolean hasCommitted) {
    if (end == null) {
      end = hasCommitted ? End.COMMITTED : End.FAILED;
    }
  }

  boolean isOver() {
    return end != null;
  }

  boolean hasCommitted() {
    return end == End.COMMITTED;
  }

  boolean hasFailed() {
    return end == End.FAILED;
  }
}
