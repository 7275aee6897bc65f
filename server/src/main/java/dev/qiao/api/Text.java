package dev.qiao.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words that came with a request, checked at the edge: trimmed, not too long, without control
 * characters and without marks that turn around what stands beside them.
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
    if (stripped.length() > max || stripped.codePoints().anyMatch(Text::isUnfit)) {
      throw invalid(field);
    }
    return Optional.of(stripped);
  }

  /** Half of a character, which no encoding knows. */
  static boolean isHalf(int character) {
    return Character.getType(character) == Character.SURROGATE;
  }

  private static boolean isUnfit(int character) {
    boolean turnsText =
        character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    boolean breaksLines = character == 0x2028 || character == 0x2029;
    return Character.isISOControl(character) || isHalf(character) || turnsText || breaksLines;
  }

  private static ProblemException invalid(String field) {
    return Problem.of(ErrorCode.FIELD_INVALID).with("field", field).thrown();
  }
}
