package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What the ledger asks of every text and list that it is given. */
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

  static List<Use> requireFew(List<Use> uses) {
    if (uses.size() > Use.USES_MAX) {
      throw new IllegalArgumentException("More than " + Use.USES_MAX + " allowances");
    }
    return List.copyOf(uses);
  }
}
