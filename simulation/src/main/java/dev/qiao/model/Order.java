package dev.qiao.model;

import java.util.UUID;

/** What somebody orders to be changed of an account's state or limits. */
public sealed interface Order {
  UUID id();

  long account();

  /** Refuse debits, or credits. */
  record Freeze(UUID id, long account, boolean debit) implements Order {}

  /** Take debits, or credits, again. */
  record Unfreeze(UUID id, long account, boolean debit) implements Order {}

  /**
   * Set both limits.
   *
   * @param floor null for none
   * @param ceiling null for none
   */
  record Limit(UUID id, long account, Long floor, Long ceiling) implements Order {}

  /** Refuse everything, for ever. */
  record Close(UUID id, long account) implements Order {}
}
