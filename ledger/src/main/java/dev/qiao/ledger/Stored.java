package dev.qiao.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What was stored for an id: enough to answer it again.
 *
 * @param refusal why nothing was done; empty when it was done
 */
record Stored(PostingId id, byte[] digest, Instant at, Optional<Refusal> refusal) {
  boolean isOf(byte[] other) {
    return Arrays.equals(digest, other);
  }
}
