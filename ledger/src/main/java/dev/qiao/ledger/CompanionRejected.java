package dev.qiao.ledger;

import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * The database rejected a companion, for example as a duplicate. Everything is rolled back and
 * nothing is durable: the same id may be tried again.
 */
public final class CompanionRejected extends RuntimeException {
  private final String sqlState;
  private final String constraint;

  CompanionRejected(SQLException cause) {
    // The server's detail may quote the row, and rows may hold personal data: keep it out of logs.
    super("A companion was rejected with SQLSTATE " + cause.getSQLState());
    this.sqlState = cause.getSQLState();
    this.constraint = constraintOf(cause);
  }

  /** The five-character code, such as {@code 23505} for a duplicate. */
  public String sqlState() {
    return sqlState;
  }

  /** The constraint that was violated, when one was. */
  public Optional<String> constraint() {
    return Optional.ofNullable(constraint);
  }

  private static String constraintOf(SQLException cause) {
    ServerErrorMessage message =
        cause instanceof PSQLException server ? server.getServerErrorMessage() : null;
    return message == null ? null : message.getConstraint();
  }
}
