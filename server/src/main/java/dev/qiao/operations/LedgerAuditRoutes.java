package dev.qiao.operations;

import dev.qiao.identity.Permission;
import dev.qiao.identity.Requires;
import dev.qiao.ledger.AuditFigures;
import dev.qiao.ledger.AuditStanding;
import dev.qiao.ledger.AuditStanding.Ended;
import dev.qiao.ledger.AuditStanding.Found;
import dev.qiao.maintenance.LedgerAudits;
import dev.qiao.operations.LedgerAuditViews.DifferenceView;
import dev.qiao.operations.LedgerAuditViews.LedgerAudit;
import dev.qiao.operations.LedgerAuditViews.PassView;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the ledger agrees with its postings, for operators. */
@RestController
class LedgerAuditRoutes {
  private final LedgerAudits audits;

  LedgerAuditRoutes(LedgerAudits audits) {
    this.audits = audits;
  }

  @GetMapping("/v1/operations/ledger-audit")
  @Requires(Permission.BOOKS_READ)
  @Operation(summary = "How far the ledger's self-audit is, and what it has found")
  LedgerAudit standing() {
    AuditStanding standing = audits.standing();
    return new LedgerAudit(
        standing.recent().last().map(LedgerAuditRoutes::pass).orElse(null),
        standing.whole().last().map(LedgerAuditRoutes::pass).orElse(null),
        standing
            .whole()
            .underWay()
            .map(begun -> pass(begun.at(), null, begun.figures()))
            .orElse(null),
        standing.open(),
        standing.differences().stream().map(LedgerAuditRoutes::difference).toList());
  }

  private static PassView pass(Ended ended) {
    return pass(ended.begunAt(), ended.at(), ended.figures());
  }

  private static PassView pass(Instant begunAt, @Nullable Instant endedAt, AuditFigures figures) {
    return new PassView(
        begunAt,
        endedAt,
        figures.accounts(),
        figures.postings(),
        figures.changes(),
        figures.holds(),
        figures.allowances(),
        figures.differences());
  }

  private static DifferenceView difference(Found found) {
    return new DifferenceView(
        found.difference().subject(),
        found.difference().figure(),
        found.difference().expected(),
        found.difference().actual(),
        found.foundAt(),
        found.seenAt());
  }
}
