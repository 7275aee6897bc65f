package dev.qiao.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words that came with a request, checked at the edge: trimmed, not too long, without control
 * characters.
 */
public final class Text {
  private Text() {}

  /** A word that must be there. */
  public static String required(String field, @Nullable String text, int max) {
    return optional(field, text, max).orElseThrow(() -> invalid(field));
  }

  /** A word that may be missing or blank. */
  public static Optional<String> optional(String field, @Nullable String text, int max) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    String stripped = text.strip();
    if (stripped.length() > max || stripped.codePoints().anyMatch(Character::isISOControl)) {
      throw invalid(field);
    }
    return Optional.of(stripped);
  }

  private static ProblemException invalid(String field) {
    return Problem.of(ErrorCode.FIELD_INVALID).with("field", field).thrown();
  }
}
