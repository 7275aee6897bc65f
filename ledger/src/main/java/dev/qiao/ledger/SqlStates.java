package dev.qiao.ledger;

import java.sql.SQLException;
import java.util.Set;
import org.postgresql.util.PSQLException;

/** What the database's error codes mean to the ledger. */
final class SqlStates {
  /**
   * Serialization failure, deadlock, lock not available: the same transaction may succeed at once.
   */
  private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03");

  /** Bad data, violated constraint, wrong statement, raised by a trigger. */
  private static final Set<String> REJECTIONS = Set.of("22", "23", "42", "P0");

  private SqlStates() {}

  static boolean isPassing(SQLException failed) {
    return failed.getSQLState() != null && PASSING.contains(failed.getSQLState());
  }

  static boolean isRejection(SQLException failed) {
    return isOfClass(failed, REJECTIONS);
  }

  static boolean isDuplicate(SQLException failed) {
    return "23505".equals(failed.getSQLState());
  }

  /** Not a constraint of a name, but no partition for a row. */
  static boolean isWithoutRoom(SQLException failed) {
    return "23514".equals(failed.getSQLState())
        && failed instanceof PSQLException told
        && told.getServerErrorMessage() != null
        && told.getServerErrorMessage().getConstraint() == null;
  }

  static boolean isViolation(SQLException failed) {
    return isOfClass(failed, Set.of("23"));
  }

  /** Connection lost or refused, no resources, shut down, time-out: not the statement's fault. */
  static boolean isUnavailable(SQLException failed) {
    return failed.getSQLState() == null
        || isOfClass(failed, Set.of("08", "53", "57", "58", "40", "55", "25"));
  }

  private static boolean isOfClass(SQLException failed, Set<String> classes) {
    String state = failed.getSQLState();
    return state != null && state.length() == 5 && classes.contains(state.substring(0, 2));
  }
}
