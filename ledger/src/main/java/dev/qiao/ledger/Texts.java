package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

/** What the ledger asks of every text that it stores. */
final class Texts {
  private static final int LENGTH_MAX = 200;

  private Texts() {}

  /** Not blank, at most 200 characters, storable; throws IllegalArgumentException otherwise. */
  static String require(String text, String name) {
    requireNonNull(text, name);
    if (text.isBlank() || text.length() > LENGTH_MAX || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          name + " must have 1 to " + LENGTH_MAX + " characters, none of them NUL");
    }
    return text;
  }
}
