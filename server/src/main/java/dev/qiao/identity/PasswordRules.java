package dev.qiao.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which passwords may be chosen: long enough, and none that a guesser tries first. No rules of
 * composition.
 */
final class PasswordRules {
  /** NIST 800-63B-4, 3.1.1.2: where it is all that is asked for. */
  static final int LENGTH_MIN_ALONE = 15;

  /** And where a second factor always is. */
  static final int LENGTH_MIN_WITH_SECOND_FACTOR = 8;

  static final int LENGTH_MAX = 128;

  private static final Set<String> COMMON = read("common-passwords.txt");
  private static final Set<String> LEAKED = read("leaked-passwords.txt");

  /** The longest first: a word may begin with another. */
  private static final List<String> PLATFORM =
      read("platform-words.txt").stream()
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();

  private static final Pattern NOT_LETTERS = Pattern.compile("[^a-z]+");
  private static final String[] ROWS = {
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
    "1qaz2wsx3edc4rfv5tgb",
    "q1w2e3r4t5y6u7i8"
  };

  private PasswordRules() {}

  /**
   * What is wrong with it, if anything. {@code login} is the phone number or name that it would
   * open.
   *
   * @param secondFactor whether signing in with it always asks for a second factor too
   */
  static Optional<PasswordRefusal> refusal(String password, String login, boolean secondFactor) {
    String plain = normalized(password);
    int length = plain.codePointCount(0, plain.length());
    if (length < minimum(secondFactor)) {
      return Optional.of(PasswordRefusal.TOO_SHORT);
    }
    if (length > LENGTH_MAX) {
      return Optional.of(PasswordRefusal.TOO_LONG);
    }
    return isCommon(plain.toLowerCase(Locale.ROOT), login.toLowerCase(Locale.ROOT))
        ? Optional.of(PasswordRefusal.TOO_COMMON)
        : Optional.empty();
  }

  static int minimum(boolean secondFactor) {
    return secondFactor ? LENGTH_MIN_WITH_SECOND_FACTOR : LENGTH_MIN_ALONE;
  }

  /** Whether it is long enough to be all that is asked for. */
  static boolean standsAlone(String password) {
    String plain = normalized(password);
    return plain.codePointCount(0, plain.length()) >= LENGTH_MIN_ALONE;
  }

  /** One form for what looks the same, so that every keyboard types the same password. */
  static String normalized(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private static boolean isCommon(String password, String login) {
    String letters = NOT_LETTERS.matcher(password).replaceAll("");
    boolean wordWithLittleElse =
        password.length() - letters.length() <= 4 && COMMON.contains(letters);
    String tail = login.length() > 8 ? login.substring(login.length() - 8) : login;
    return password.chars().distinct().count() <= 2
        || COMMON.contains(password)
        || LEAKED.contains(password)
        || wordWithLittleElse
        || isOfThePlatform(password)
        || isWalk(password)
        || isRepetition(password)
        || tail.length() >= 4
            && password.contains(tail)
            && password.length() - tail.length() < LENGTH_MIN_WITH_SECOND_FACTOR;
  }

  /** Made of the platform's own words and little else. */
  private static boolean isOfThePlatform(String password) {
    String rest = password;
    for (String word : PLATFORM) {
      rest = rest.replace(word, "");
    }
    return rest.length() < password.length() && rest.length() < LENGTH_MIN_WITH_SECOND_FACTOR;
  }

  /** Neighbours on a keyboard or in the alphabet, either way. */
  private static boolean isWalk(String password) {
    String back = new StringBuilder(password).reverse().toString();
    for (String row : ROWS) {
      if (row.contains(password) || row.contains(back)) {
        return true;
      }
    }
    return false;
  }

  /** One part again and again: {@code abcabcabc}, {@code password password}. */
  private static boolean isRepetition(String password) {
    for (int part = 1; part <= Math.max(4, (password.length() + 1) / 2); part++) {
      String rest = password.substring(part);
      if (password.startsWith(rest)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> read(String name) {
    try (InputStream list = PasswordRules.class.getResourceAsStream(name)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
