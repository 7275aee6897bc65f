package dev.qiao.api;

import dev.qiao.ledger.Companion;

/**
 * One act under an idempotency key. Whoever carries it out hands the answer over with the commit that makes it true: as a
 * companion of a posting, or in the transaction at hand. An answer that was not stored is not replayed: the act is tried again.
 */
public final class Once {
  private final IdempotencyTables tables;
  private final IdempotencyTables.Record record;

  Once(IdempotencyTables tables, IdempotencyTables.Record record) {
    this.tables = tables;
    this.record = record;
  }

  /** A row for the ledger to commit with its posting, by which a repeated request gets this same answer. */
  public Companion companion(int status, Object body) {
    return tables.companion(record, status, body);
  }

  /** Stores the answer in the transaction at hand. */
  public void store(int status, Object body) {
    tables.insert(record, status, body);
  }

  /** Stores a refusal that is final for this key, in the transaction at hand. */
  public void store(Problem problem) {
    tables.insert(record, problem.status(), problem);
  }
}
