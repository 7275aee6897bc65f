package dev.qiao.notice;

import java.util.Locale;

/**
 * Where a message goes.
 *
 * @param address a phone in international form, or an email address
 * @param shown how it may be seen by others; the only form that is ever printed
 * @param language in which the person reads
 */
public record Recipient(Medium medium, String address, String shown, Locale language) {
  /** A telephone, in international form. */
  public static Recipient phone(String e164, String shown, Locale language) {
    return new Recipient(Medium.PHONE, e164, shown, language);
  }

  public static Recipient email(String address, String shown, Locale language) {
    return new Recipient(Medium.EMAIL, address, shown, language);
  }

  @Override
  public String toString() {
    return shown;
  }
}
