package dev.qiao.ledger;

import java.time.Instant;
import java.util.List;

/** What became of a command. */
public sealed interface PostResult {
  /**
   * Done and durable.
   *
   * @param at the ledger time of the change
   * @param after the balance of each touched account after it, in the order in which they were
   *     first touched
   */
  record Posted(PostingId id, Instant at, List<Balance> after) implements PostResult {
    public Posted {
      after = List.copyOf(after);
    }
  }

  /**
   * Not done, for the first reason in the order of {@link Refusal}; durable for this id unless the
   * reason says otherwise.
   */
  record Refused(PostingId id, Refusal reason) implements PostResult {}

  /** Asked before with the same content: what became of it then. */
  record Replayed(PostResult first) implements PostResult {}

  /** Asked before with other content: nothing was done now. */
  record IdReused(PostingId id) implements PostResult {}

  /** This result, or the first one when this is a replay. */
  default PostResult first() {
    return this instanceof Replayed(PostResult first) ? first : this;
  }
}
