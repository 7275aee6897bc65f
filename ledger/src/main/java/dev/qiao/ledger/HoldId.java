package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Which hold, as its maker named it. */
public record HoldId(UUID value) {
  public HoldId {
    requireNonNull(value, "value");
  }
}
