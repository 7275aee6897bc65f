package dev.qiao.verification;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a request is. */
enum State {
  /** Documents are still being put to it. */
  DRAFT,
  SUBMITTED,
  /** An operator has taken it up. */
  IN_REVIEW,
  /** Something was missing or unclear: it is the applicant's turn again. */
  MORE_NEEDED,
  APPROVED,
  REFUSED,
  WITHDRAWN;

  @JsonValue
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static State of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  static Optional<State> find(String text) {
    return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
  }

  /** Whether something is still to come of it. */
  boolean isOpen() {
    return switch (this) {
      case DRAFT, SUBMITTED, IN_REVIEW, MORE_NEEDED -> true;
      case APPROVED, REFUSED, WITHDRAWN -> false;
    };
  }

  /** Whether the applicant may change what it is made of. */
  boolean isTheirs() {
    return switch (this) {
      case DRAFT, MORE_NEEDED -> true;
      case SUBMITTED, IN_REVIEW, APPROVED, REFUSED, WITHDRAWN -> false;
    };
  }
}
