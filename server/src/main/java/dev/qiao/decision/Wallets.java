package dev.qiao.decision;

import dev.qiao.ledger.AccountId;
import java.util.Optional;
import java.util.UUID;

/** Knows the ledger account of somebody's wallet. */
public interface Wallets {
  /** Empty when they never had one. */
  Optional<AccountId> find(UUID person);
}
