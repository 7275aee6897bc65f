package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.api.Caller;
import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Whom a tier is of, with its limits and documents: a person, or a business. */
public record Subject(Kind kind, UUID value) implements Id {
  /** What a subject is; its ids begin accordingly. */
  public enum Kind {
    PERSON("per"),
    /** A merchant. */
    BUSINESS("mer");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }

    /** The form outside. */
    @JsonValue
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind of(String text) {
      return find(text).orElseThrow();
    }

    public static Optional<Kind> find(String text) {
      return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
    }
  }

  public static Subject person(UUID person) {
    return new Subject(Kind.PERSON, person);
  }

  public static Subject business(UUID merchant) {
    return new Subject(Kind.BUSINESS, merchant);
  }

  /** For whom somebody acts: a person for themselves, staff for their merchant. */
  public static Subject of(Caller caller) {
    return caller.merchant().map(Subject::business).orElseGet(() -> person(caller.party()));
  }

  /** Reads the outside form; empty where it is neither a person's nor a merchant's. */
  public static Optional<Subject> parse(String text) {
    return PersonId.parse(text)
        .map(id -> person(id.value()))
        .or(() -> TypeId.parse(Kind.BUSINESS.prefix, text).map(id -> business(id.value())));
  }

  @Override
  public String prefix() {
    return kind.prefix;
  }
}
