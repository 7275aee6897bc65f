package dev.qiao.api;

import dev.qiao.ledger.Companion;
import java.util.List;

/**
 * One act under an idempotency key. Whoever carries it out hands the answer over with the commit
 * that makes it true: as a companion of a posting, or in the transaction at hand. An answer that
 * was not stored is not replayed: the act is tried again.
 */
public interface Once {
  /**
   * Rows for the ledger to commit with its posting, by which a repeated request gets this same
   * answer.
   */
  List<Companion> companions(int status, Object body);

  /** Stores the answer in the transaction at hand. */
  void store(int status, Object body);

  /** Stores a refusal that is final for this key, in the transaction at hand. */
  default void store(Problem problem) {
    store(problem.status(), problem);
  }

  /**
   * For acts that no request asked for, such as the platform's own: there is nobody to answer
   * again.
   */
  static Once unasked() {
    return new Once() {
      @Override
      public List<Companion> companions(int status, Object body) {
        return List.of();
      }

      @Override
      public void store(int status, Object body) {
        // Nobody asked.
      }
    };
  }
}
