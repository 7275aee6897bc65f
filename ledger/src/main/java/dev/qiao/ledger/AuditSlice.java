package dev.qiao.ledger;

import java.util.List;
import java.util.Optional;

/**
 * What looking at some accounts has shown: whether each stands where its latest change has left it,
 * and whether its latest changes follow from each other.
 *
 * @param next the last of them, where the next slice goes on; empty when there are no more
 */
public record AuditSlice(
    int accounts, Optional<AccountId> next, List<AuditReport.Difference> differences) {
  public AuditSlice {
    differences = List.copyOf(differences);
  }
}
