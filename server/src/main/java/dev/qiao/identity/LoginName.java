package dev.qiao.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for the names by which staff and operators sign in. */
final class LoginName {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@+-]{1,59}");

  private LoginName() {}

  /**
   * Its one form: lower case, half width; empty when it is shorter than 2, longer than 60, or holds
   * anything but letters, digits and {@code . _ @ + -}.
   */
  static Optional<String> parse(String typed) {
    if (typed.length() > 100) {
      return Optional.empty();
    }
    String login =
        Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    return FORM.matcher(login).matches() ? Optional.of(login) : Optional.empty();
  }
}
