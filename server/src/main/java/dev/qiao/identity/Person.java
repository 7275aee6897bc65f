package dev.qiao.identity;

/**
 * Someone with a wallet. Their name and number are personal data: {@link #toString} shows neither.
 */
public record Person(PersonId id, String name, Phone phone) {

  /** What a stranger who pays them may see: {@code *小满}. */
  public String maskedName() {
    return PersonName.masked(name);
  }

  /** {@code 138****8000}. */
  public String maskedPhone() {
    return phone.masked();
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
