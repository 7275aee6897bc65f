package dev.qiao.vault;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words by which a name is found: words as they are written, in lower case; of a name in Han
 * characters, which has no spaces, each character and each pair of neighbours.
 */
public final class Words {
  private Words() {}

  /** The words to index a text by. */
  public static Set<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    for (String part : parts(text)) {
      if (isHan(part.codePointAt(0))) {
        int[] characters = part.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
          words.add(new String(characters, i, 1));
          if (i + 1 < characters.length) {
            words.add(new String(characters, i, 2));
          }
        }
      } else {
        words.add(part);
      }
    }
    return words;
  }

  /** The words that all have to be there for a text to be found. */
  public static Set<String> wanted(String typed) {
    Set<String> words = new LinkedHashSet<>();
    for (String part : parts(typed)) {
      int[] characters = part.codePoints().toArray();
      if (isHan(characters[0]) && characters.length > 1) {
        for (int i = 0; i + 1 < characters.length; i++) {
          words.add(new String(characters, i, 2));
        }
      } else {
        words.add(part);
      }
    }
    return words;
  }

  /** Runs of letters and digits of one kind: all Han, or none. */
  private static Set<String> parts(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Set<String> parts = new LinkedHashSet<>();
    StringBuilder part = new StringBuilder();
    for (int character : plain.codePoints().toArray()) {
      boolean joins =
          Character.isLetterOrDigit(character)
              && (part.isEmpty() || isHan(part.codePointAt(0)) == isHan(character));
      if (!joins && !part.isEmpty()) {
        parts.add(part.toString());
        part.setLength(0);
      }
      if (Character.isLetterOrDigit(character)) {
        part.appendCodePoint(character);
      }
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }

  private static boolean isHan(int character) {
    return UnicodeScript.of(character) == UnicodeScript.HAN;
  }
}
