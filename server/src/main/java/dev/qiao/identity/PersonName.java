package dev.qiao.identity;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for what a person or a member of staff is called. */
final class PersonName {
  private static final int LENGTH_MAX = 40;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Family names of two characters; every other Chinese family name has one. */
  private static final Set<String> LONG_FAMILY_NAMES =
      Set.of(
          "欧阳", "司马", "上官", "诸葛", "司徒", "东方", "独孤", "南宫", "夏侯", "尉迟", "皇甫", "公孙", "慕容", "令狐", "端木",
          "轩辕", "长孙", "宇文", "司空", "闻人", "澹台", "公冶", "淳于", "单于", "太史", "申屠", "赫连", "歐陽", "司馬", "諸葛");

  private PersonName() {}

  /**
   * The name in its stored form; empty when it is blank, longer than 40 characters, or not
   * printable.
   */
  static Optional<String> parse(String typed) {
    if (typed.length() > LENGTH_MAX * 4) {
      return Optional.empty();
    }
    String name = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    name = SPACES.matcher(name).replaceAll(" ");
    boolean printable =
        name.codePoints().allMatch(PersonName::isPrintable)
            && name.codePoints().anyMatch(Character::isLetter);
    return printable && name.codePointCount(0, name.length()) <= LENGTH_MAX
        ? Optional.of(name)
        : Optional.empty();
  }

  /** The given name behind a star: {@code *小满} of 林小满, {@code *Ada} of Ada Lovelace. */
  static String masked(String name) {
    int space = name.indexOf(' ');
    if (space > 0 && !isHan(name.codePointAt(0))) {
      return "*" + name.substring(0, space);
    }
    int family =
        name.length() > 2 && LONG_FAMILY_NAMES.contains(name.substring(0, 2))
            ? 2
            : Character.charCount(name.codePointAt(0));
    return "*" + name.substring(family).strip();
  }

  private static boolean isHan(int character) {
    return UnicodeScript.of(character) == UnicodeScript.HAN;
  }

  /**
   * Refuses controls and the invisible marks that turn text around or join it to its neighbours.
   */
  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
