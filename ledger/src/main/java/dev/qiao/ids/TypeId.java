package dev.qiao.ids;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An id as people and programs read it: a prefix that says what it names, and 26 characters for its
 * UUID, such as {@code pay_01h455vb4pex5vsknk084sn02q}. See the TypeID specification 0.3.
 */
public record TypeId(String prefix, UUID value) {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int SUFFIX_LENGTH = 26;
  private static final Pattern PREFIX = Pattern.compile("([a-z]([a-z_]{0,61}[a-z])?)?");

  /**
   * Throws IllegalArgumentException for a prefix that is not lower-case letters and inner
   * underscores, at most 63.
   */
  public TypeId {
    requireNonNull(value, "value");
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException("Not a prefix: " + prefix);
    }
  }

  /** The id that this text spells; empty when it spells none. */
  public static Optional<TypeId> parse(String text) {
    int separator = text.lastIndexOf('_');
    String prefix = separator < 0 ? "" : text.substring(0, separator);
    String suffix = text.substring(separator + 1);
    if (separator == 0 || suffix.length() != SUFFIX_LENGTH || !PREFIX.matcher(prefix).matches()) {
      return Optional.empty();
    }
    if (suffix.charAt(0) > '7') {
      return Optional
          .empty(); // 26 characters carry 130 bits: the first may use only three of its five.
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < SUFFIX_LENGTH; i++) {
      int digit = ALPHABET.indexOf(suffix.charAt(i));
      if (digit < 0) {
        return Optional.empty();
      }
      high = high << 5 | low >>> 59;
      low = low << 5 | digit;
    }
    return Optional.of(new TypeId(prefix, new UUID(high, low)));
  }

  /** The same with a prefix that must be this one. */
  public static Optional<TypeId> parse(String prefix, String text) {
    return parse(text).filter(id -> id.prefix.equals(prefix));
  }

  /** The text of this id. */
  @Override
  public String toString() {
    char[] suffix = new char[SUFFIX_LENGTH];
    long high = value.getMostSignificantBits();
    long low = value.getLeastSignificantBits();
    for (int i = SUFFIX_LENGTH - 1; i >= 0; i--) {
      suffix[i] = ALPHABET.charAt((int) (low & 31));
      low = low >>> 5 | high << 59;
      high >>>= 5;
    }
    return prefix.isEmpty() ? new String(suffix) : prefix + '_' + new String(suffix);
  }
}
