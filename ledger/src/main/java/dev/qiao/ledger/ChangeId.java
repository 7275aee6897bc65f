package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one change of an account for ever: a UUID of version 7, made by whoever asks for it. */
public record ChangeId(UUID value) {
  public ChangeId {
    requireNonNull(value, "value");
  }
}
