package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * Which change of the ledger: a UUID version 7, made by whoever asks for the change, so that asking
 * twice is safe.
 */
public record PostingId(UUID value) {
  public PostingId {
    requireNonNull(value, "value");
  }
}
