package dev.qiao.ledger;

import dev.qiao.ledger.AuditReport.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the self-audit is, and what it has found that has not gone again.
 *
 * @param differences the latest found first, some of them
 * @param open how many there are
 */
public record AuditStanding(Pass recent, Pass whole, List<Found> differences, long open) {
  public AuditStanding {
    differences = List.copyOf(differences);
  }

  /**
   * A kind of pass.
   *
   * @param underWay the one that has begun; empty between two
   * @param last the last one that came to its end
   */
  public record Pass(Optional<Begun> underWay, Optional<Ended> last) {}

  /** A pass under way, with what it has looked at so far. */
  public record Begun(Instant at, AuditFigures figures) {}

  /** A pass that came to its end. */
  public record Ended(Instant begunAt, Instant at, AuditFigures figures) {}

  /** A difference, when it was found and when it was last seen. */
  public record Found(Difference difference, Instant foundAt, Instant seenAt) {}
}
