package dev.qiao.identity;

import dev.qiao.notice.Recipient;
import java.util.Locale;

/** Contacts as the notice module knows them. */
final class Recipients {
  private Recipients() {}

  static Recipient of(Contact contact, Locale language) {
    return switch (contact) {
      case Phone phone -> Recipient.phone(phone.e164(), phone.masked(), language);
      case Email email -> Recipient.email(email.address(), email.masked(), language);
    };
  }
}
