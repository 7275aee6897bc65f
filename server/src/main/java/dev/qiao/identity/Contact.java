package dev.qiao.identity;

import java.util.Optional;

/**
 * Where a person is reached and by which they sign in: a phone or an email. It is whoever's has
 * shown it last; a wallet never follows it.
 */
public sealed interface Contact permits Phone, Email {
  /** The one form by which it is known: however it is written, it has the same. */
  String key();

  /** The form to which messages go. */
  String address();

  /** How others may see it. */
  String masked();

  /** Reads what a person typed; empty when it is neither. */
  static Optional<Contact> parse(String typed) {
    return typed.indexOf('@') >= 0
        ? Email.parse(typed).map(Contact.class::cast)
        : Phone.parse(typed).map(Contact.class::cast);
  }

  /** Reads the form of {@link #address}. */
  static Contact of(String address) {
    return address.indexOf('@') >= 0 ? new Email(address) : new Phone(address);
  }
}
