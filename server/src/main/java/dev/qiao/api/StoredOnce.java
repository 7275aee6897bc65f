package dev.qiao.api;

import dev.qiao.ledger.Companion;
import java.util.List;

/** An act that a request asked for under its key. */
record StoredOnce(IdempotencyTables tables, IdempotencyTables.Record record) implements Once {
  @Override
  public List<Companion> companions(int status, Object body) {
    return List.of(tables.companion(record, status, body));
  }

  @Override
  public void store(int status, Object body) {
    tables.insert(record, status, body);
  }
}
