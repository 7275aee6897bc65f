package dev.qiao.ledger;

import java.util.UUID;

/**
 * How far a pass has come.
 *
 * @param number the account or allowance up to which it has looked
 * @param changes of the accounts that follow: how many it has read so far
 * @param id the hold or command up to which it has looked
 */
record AuditPlace(Area area, long number, long changes, UUID id) {
  static final UUID FIRST_ID = new UUID(0, 0);
  static final UUID LAST_ID = new UUID(-1, -1);

  /** What is looked at, in this order. */
  enum Area {
    ACCOUNTS,
    CHANGES,
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
    return new AuditPlace(area, newNumber, 0, FIRST_ID);
  }

  AuditPlace inside(long newChanges, UUID newId) {
    return new AuditPlace(area, number, newChanges, newId);
  }

  AuditPlace after(UUID newId) {
    return new AuditPlace(area, number, 0, newId);
  }

  /** Changes that were read, and are read again because accounts have begun again. */
  long readAgain(AuditPlace next) {
    return next.area == area && next.number == number ? Math.max(0, changes - next.changes) : 0;
  }

  /** Whether an id is that one or comes after it, as PostgreSQL sorts them. */
  static boolean isFrom(UUID one, UUID id) {
    int high = Long.compareUnsigned(id.getMostSignificantBits(), one.getMostSignificantBits());
    return high > 0
        || high == 0
            && Long.compareUnsigned(id.getLeastSignificantBits(), one.getLeastSignificantBits())
                >= 0;
  }

  boolean isEnd() {
    return area == Area.END;
  }
}
