package dev.qiao.identity;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in international form (ITU-T E.164): {@code +8613800138000}. Never printed
 * whole: {@link #toString} hides its middle.
 */
public record Phone(String e164) implements Contact {
  private static final Pattern SEPARATORS = Pattern.compile("[\\s().\\-]+");
  private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");
  private static final Pattern CHINESE_MOBILE = Pattern.compile("1[3-9][0-9]{9}");
  private static final String CHINA = "+86";

  /**
   * Throws IllegalArgumentException for what is not such a number; see {@link #parse} for what
   * people type.
   */
  public Phone {
    if (!isValid(e164)) {
      throw new IllegalArgumentException("Not a phone number");
    }
  }

  /**
   * Reads what a person typed: with spaces, hyphens, brackets or full-width digits; {@code 00} for
   * {@code +}; a Chinese mobile number without its country. Empty when it is no number.
   */
  public static Optional<Phone> parse(String typed) {
    if (typed.length() > 40) {
      return Optional.empty();
    }
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    plain = SEPARATORS.matcher(plain).replaceAll("");
    if (plain.startsWith("00")) {
      plain = "+" + plain.substring(2);
    } else if (CHINESE_MOBILE.matcher(plain).matches()) {
      plain = CHINA + plain;
    } else if (plain.startsWith("86") && CHINESE_MOBILE.matcher(plain.substring(2)).matches()) {
      plain = "+" + plain;
    }
    return isValid(plain) ? Optional.of(new Phone(plain)) : Optional.empty();
  }

  @Override
  public String key() {
    return e164;
  }

  @Override
  public String address() {
    return e164;
  }

  /** How others may see it: {@code 138****8000}; {@code +44****3456} abroad. */
  @Override
  public String masked() {
    String tail = "****" + tail();
    return isChinese() ? e164.substring(3, 6) + tail : e164.substring(0, 3) + tail;
  }

  /** Its last four digits. */
  public String tail() {
    return e164.substring(e164.length() - 4);
  }

  @Override
  public String toString() {
    return masked();
  }

  private boolean isChinese() {
    return e164.startsWith(CHINA);
  }

  private static boolean isValid(String text) {
    if (text.startsWith(CHINA)) {
      return CHINESE_MOBILE.matcher(text.substring(CHINA.length())).matches();
    }
    return INTERNATIONAL.matcher(text).matches();
  }
}
