package dev.qiao.maintenance;

import dev.qiao.ledger.AuditScope;
import dev.qiao.ledger.AuditStanding;
import dev.qiao.ledger.AuditStep;
import dev.qiao.ledger.Ledger;
import dev.qiao.ledger.SelfAudit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** This instance's part in the ledger's self-audit, and how far all of them are. */
@Component
public class LedgerAudits {
  private final SelfAudit audit;
  private volatile Optional<AuditStanding> latest = Optional.empty();

  LedgerAudits(Ledger ledger) {
    this.audit = ledger.selfAudit();
  }

  AuditStep step(AuditScope scope) {
    return audit.step(scope);
  }

  /** Whether nobody else is at work in the database at this moment. */
  boolean isQuiet() {
    return audit.isQuiet();
  }

  /** How far it is now, and what it has found. */
  public AuditStanding standing() {
    AuditStanding now = audit.standing();
    latest = Optional.of(now);
    return now;
  }

  /** As it was when it was last asked for, at most a minute ago: costs nothing. */
  Optional<AuditStanding> latest() {
    return latest;
  }
}
