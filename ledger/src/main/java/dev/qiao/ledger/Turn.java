package dev.qiao.ledger;

import java.util.concurrent.CompletableFuture;

/**
 * A batch's place in the order of batches. One that was decided on states that the batch before it
 * has not committed yet must wait for that, and has no ground to stand on when it fails.
 */
final class Turn {
  /** Nothing is under way. */
  static final Turn NONE = new Turn();

  static {
    NONE.end(true);
  }

  private final CompletableFuture<Boolean> committed = new CompletableFuture<>();

  void end(boolean hasCommitted) {
    committed.complete(hasCommitted);
  }

  /** Waits for the end, and says whether it was a commit. */
  boolean hasCommitted() {
    return committed.join();
  }

  boolean hasFailed() {
    return committed.isDone() && !committed.join();
  }
}
