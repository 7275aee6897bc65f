package dev.qiao.ledger;

import java.util.Set;

/** An account as it stands. */
public record Account(
    AccountId id, AccountTerms terms, Set<Side> frozen, boolean closed, Balance balance) {
  public Account {
    frozen = Set.copyOf(frozen);
  }
}
