package dev.qiao.model;

import java.util.UUID;

/** Names something that is kept. */
public sealed interface Key {
  /** An account. */
  record Account(long number) implements Key {}

  /** An allowance. */
  record Allowance(long number) implements Key {}

  /** A hold. */
  record Hold(UUID id) implements Key {}

  /** What became of an id. */
  record Posting(UUID id) implements Key {}

  /** What became of the id of an order. */
  record Change(UUID id) implements Key {}

  /** A row of business that is not the ledger's. */
  record Business(String name) implements Key {}
}
