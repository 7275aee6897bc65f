package dev.qiao.ledger;

import java.util.UUID;

/**
 * How far a pass has come.
 *
 * @param number the account or allowance up to which it has looked
 * @param sequence when not 0, it is inside that account, and has looked up to this change
 * @param id the hold or command up to which it has looked
 */
record AuditPlace(Area area, long number, long sequence, UUID id) {
  static final UUID FIRST_ID = new UUID(0, 0);
  static final UUID LAST_ID = new UUID(-1, -1);

  /** What is looked at, in this order. */
  enum Area {
    ACCOUNTS,
    HOLDS,
    ALLOWANCES,
    POSTINGS,
    UNITS,
    END
  }

  static AuditPlace before(Area area) {
    return new AuditPlace(area, Long.MIN_VALUE, 0, FIRST_ID);
  }

  AuditPlace after(long newNumber) {
    return new AuditPlace(area, newNumber, 0, id);
  }

  AuditPlace inside(long account, long newSequence) {
    return new AuditPlace(area, account, newSequence, id);
  }

  AuditPlace after(UUID newId) {
    return new AuditPlace(area, number, 0, newId);
  }

  boolean isInside() {
    return sequence != 0;
  }

  boolean isEnd() {
    return area == Area.END;
  }
}
