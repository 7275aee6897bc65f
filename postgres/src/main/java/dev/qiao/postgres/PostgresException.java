package dev.qiao.postgres;

/** The embedded database cannot start; the message is one line for the person who started it. */
public final class PostgresException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why, for callers that act on it. */
  public enum Reason {
    IN_USE,
    NEWER,
    NOT_WRITABLE,
    NOT_OURS,
    NO_BINARIES,
    NO_UNPRIVILEGED_USER,
    NO_DATA,
    TAKEN,
    DAMAGED,
    BROKEN
  }

  private final Reason reason;

  PostgresException(Reason reason, String message) {
    this(reason, message, null);
  }

  PostgresException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
