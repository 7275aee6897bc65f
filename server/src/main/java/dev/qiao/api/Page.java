package dev.qiao.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list in stable order; {@code nextCursor} is null on the last. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  public static final int SIZE_MAX = 100;

  /** Cuts a page from rows of which one more than {@code limit} was read, if there were more. */
  public static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> cursor) {
    if (rows.size() <= limit) {
      return new Page<>(List.copyOf(rows), null);
    }
    List<T> items = List.copyOf(rows.subList(0, limit));
    return new Page<>(items, cursor.apply(items.getLast()));
  }

  /** The same page with each item seen another way. */
  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), nextCursor);
  }

  /** A page size as asked for, held within 1 and {@link #SIZE_MAX}. */
  public static int size(@Nullable Integer asked) {
    return asked == null ? 20 : Math.clamp(asked, 1, SIZE_MAX);
  }

  /**
   * The place in a list where a page ended, as the client sends it back; empty when it asks for the
   * first page.
   *
   * @throws ProblemException when it is none
   */
  public static Optional<UUID> place(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(cursor));
    } catch (IllegalArgumentException notOurs) {
      throw Problem.of(ErrorCode.FIELD_INVALID).with("field", "cursor").thrown();
    }
  }
}
