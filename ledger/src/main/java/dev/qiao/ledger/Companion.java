package dev.qiao.ledger;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Rows of another module that travel with a command in the same transaction. When the command is
 * refused, nothing of its companions stays; when it is a replay, they do not run.
 *
 * <p>Parameters stand where the statement has {@code ?}: String, Integer, Long, Boolean, UUID,
 * Instant (timestamptz), byte[], String[], UUID[], {@link Json} (jsonb) or null; anything else is
 * an IllegalArgumentException at once.
 *
 * <p>What inserts write, no guard may write: the guards of a batch run before the batch ahead of it
 * has committed, and would wait for its rows while it is waited for, until the lock times out.
 */
public sealed interface Companion {
  String sql();

  List<Object> parameters();

  /**
   * A statement that runs after the command has been applied. If the database rejects it: {@link
   * CompanionRejected}.
   */
  static Companion insert(String sql, Object... parameters) {
    return new Insert(sql, unmodifiable(parameters));
  }

  /**
   * A compare-and-set that runs before the accounts are locked and must touch exactly one row;
   * otherwise the command is refused with {@link Refusal#GUARD_MISSED}.
   */
  static Companion guard(String sql, Object... parameters) {
    return new Guard(sql, unmodifiable(parameters));
  }

  /** Made by {@link Companion#insert}. */
  record Insert(String sql, List<Object> parameters) implements Companion {}

  /** Made by {@link Companion#guard}. */
  record Guard(String sql, List<Object> parameters) implements Companion {}

  private static List<Object> unmodifiable(Object... parameters) {
    for (Object parameter : parameters) {
      Db.requireParameter(parameter);
    }
    return Collections.unmodifiableList(
        Arrays.asList(parameters.clone())); // List.of would refuse null.
  }
}
