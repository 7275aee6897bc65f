package dev.qiao.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.identity.Subject;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A document that shows who somebody is, or what a business is and whose. */
public enum Evidence {
  /** Of the person, or of who acts for the business in law. */
  ID_FRONT,
  ID_BACK,
  SELFIE,
  /** Where the person lives, or the business is. */
  PROOF_OF_ADDRESS,
  /** The licence, or the entry in the register of companies or trades. */
  BUSINESS_LICENCE,
  /** Who owns and controls the business. */
  PROOF_OF_OWNERSHIP,
  /** The shop as its customers see it. */
  STOREFRONT;

  private static final Set<Evidence> OF_PEOPLE =
      EnumSet.of(ID_FRONT, ID_BACK, SELFIE, PROOF_OF_ADDRESS);
  private static final Set<Evidence> OF_BUSINESSES = EnumSet.complementOf(EnumSet.of(SELFIE));

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a person, or a business, can show. */
  public static Set<Evidence> of(Subject.Kind kind) {
    return switch (kind) {
      case PERSON -> OF_PEOPLE;
      case BUSINESS -> OF_BUSINESSES;
    };
  }

  public static Optional<Evidence> find(String text) {
    return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
