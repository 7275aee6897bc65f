package dev.qiao.decision;

import dev.qiao.identity.Subject;
import dev.qiao.ledger.AccountId;
import java.util.Optional;

/** Knows the ledger accounts of people's wallets and of businesses. */
public interface Wallets {
  /** Empty when they never had one. */
  Optional<AccountId> find(Subject subject);
}
