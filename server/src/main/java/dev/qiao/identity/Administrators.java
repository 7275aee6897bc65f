package dev.qiao.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Those who administer the platform, of whom one can always come in. Every act that could take the
 * last one's way asks here, in its own transaction: locks, leaving, another role, a reset.
 */
@Component
class Administrators {
  private final OperatorTables operators;
  private final WayInTables ways;

  Administrators(OperatorTables operators, WayInTables ways) {
    this.operators = operators;
    this.ways = ways;
  }

  /**
   * Whether this operator is one of them. Holds all of them until the transaction at hand ends, so
   * that of two acts at once the second sees what the first has done.
   */
  boolean hold(OperatorId id) {
    return operators.lockAdministrators(id).contains(id);
  }

  /** Whether one can come in, after what the transaction at hand has done. */
  boolean oneComesIn() {
    return ways.anyAdministratorComesIn(Optional.empty());
  }

  /** Whether none could come in but for this one, who has to stay. Holds all of them. */
  boolean isLast(OperatorId id) {
    return hold(id) && !ways.anyAdministratorComesIn(Optional.of(id));
  }
}
