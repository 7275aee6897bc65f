package dev.qiao.bench;

import dev.qiao.ledger.PostResult;
import dev.qiao.ledger.PostResult.Posted;

/**
 * What became of some commands.
 *
 * @param commands all that got a durable answer
 * @param posted one-leg postings that ended Posted: what is counted
 * @param refused commands with any other answer
 */
record Answers(int commands, int posted, int refused) {
  private static final Answers POSTED = new Answers(1, 1, 0);
  private static final Answers HELD = new Answers(1, 0, 0);
  private static final Answers REFUSED = new Answers(1, 0, 1);

  /** Of a posting, or a capture, of one leg. */
  static Answers ofMove(PostResult result) {
    return result instanceof Posted ? POSTED : REFUSED;
  }

  /** Of a hold, which moves nothing. */
  static Answers ofHold(PostResult result) {
    return result instanceof Posted ? HELD : REFUSED;
  }

  Answers plus(Answers more) {
    return new Answers(commands + more.commands, posted + more.posted, refused + more.refused);
  }
}
