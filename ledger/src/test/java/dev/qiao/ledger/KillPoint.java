package dev.qiao.ledger;

/** Where in a transaction a writer's process dies. */
enum KillPoint {
  BEGUN,
  ACCOUNTS_READ,
  ROWS_WRITTEN,
  ACCOUNTS_STORED,
  COMPANIONS_INSERTED,
  COMMITTED
}
