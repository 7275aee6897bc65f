package dev.qiao.identity;

import java.util.Optional;

/**
 * Someone with a wallet. Their name and number are personal data: {@link #toString} shows neither.
 *
 * @param phone empty for who signed up by email, or has lost the number to somebody else
 */
public record Person(PersonId id, String name, Optional<Phone> phone) {

  /** What a stranger who pays them may see: {@code *小满}. */
  public String maskedName() {
    return PersonName.masked(name);
  }

  /** {@code 138****8000}; empty for who has none. */
  public String maskedPhone() {
    return phone.map(Phone::masked).orElse("");
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
