package dev.qiao.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.identity.Subject;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a limit can count: money that a person moves, or that a business takes. */
public enum Movement {
  /** To a merchant. */
  PAYMENT(Subject.Kind.PERSON),
  /** To another person. */
  TRANSFER(Subject.Kind.PERSON),
  /** From the person's own bank account. */
  TOP_UP(Subject.Kind.PERSON),
  /** To the person's own bank account. */
  WITHDRAWAL(Subject.Kind.PERSON),
  /** From a customer: the payment, as the business that takes it sees it. */
  SALE(Subject.Kind.BUSINESS);

  private final Subject.Kind by;

  Movement(Subject.Kind by) {
    this.by = by;
  }

  /** Whose limits can count it. */
  Subject.Kind by() {
    return by;
  }

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Movement> find(String text) {
    return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
