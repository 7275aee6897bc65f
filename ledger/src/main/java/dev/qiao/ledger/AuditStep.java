package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import java.util.List;

/** What came of a step of the self-audit. */
public sealed interface AuditStep {

  /**
   * Some of the ledger was looked at.
   *
   * @param fresh the differences that were not known yet
   * @param ended whether that was the last step of the pass
   */
  record Looked(AuditFigures figures, List<Difference> fresh, boolean ended) implements AuditStep {
    public Looked {
      fresh = List.copyOf(fresh);
    }
  }

  /** Another instance is at it: nothing was done, or nothing that counts. */
  record Elsewhere() implements AuditStep {}
}
