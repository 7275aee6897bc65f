package dev.qiao.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address (RFC 5321) whose name part is ASCII and whose domain is in its ASCII form
 * (IDNA). Kept as it was typed, since a server may tell capitals apart; known without them, since
 * none does. Dots and tags in the name stay: they may be another's mailbox. {@link #toString} hides
 * its middle.
 */
public record Email(String address) implements Contact {
  private static final int LENGTH_MAX = 254;
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,64}$)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  /**
   * Throws IllegalArgumentException for what is no such address; see {@link #parse} for what people
   * type.
   */
  public Email {
    if (!isValid(address)) {
      throw new IllegalArgumentException("Not an email address");
    }
  }

  /** Reads what a person typed: with full-width signs, blanks around it or a domain in letters. */
  public static Optional<Email> parse(String typed) {
    if (typed.length() > 2 * LENGTH_MAX) {
      return Optional.empty();
    }
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    int at = plain.lastIndexOf('@');
    if (at < 1) {
      return Optional.empty();
    }
    return domain(plain.substring(at + 1))
        .map(domain -> plain.substring(0, at) + '@' + domain)
        .filter(Email::isValid)
        .map(Email::new);
  }

  @Override
  public String key() {
    return address.toLowerCase(Locale.ROOT);
  }

  /** {@code l***@example.com}. */
  @Override
  public String masked() {
    return address.charAt(0) + "***" + address.substring(address.lastIndexOf('@'));
  }

  @Override
  public String toString() {
    return masked();
  }

  private static Optional<String> domain(String typed) {
    try {
      return Optional.of(IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static boolean isValid(String text) {
    int at = text.lastIndexOf('@');
    return at > 0
        && text.length() <= LENGTH_MAX
        && NAME.matcher(text.substring(0, at)).matches()
        && DOMAIN.matcher(text.substring(at + 1)).matches();
  }
}
