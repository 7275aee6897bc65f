package dev.qiao.identity;

import static java.util.Objects.requireNonNull;

import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Names a person: {@code per_…}. */
public record PersonId(UUID value) implements Id {
  private static final String PREFIX = "per";

  public PersonId {
    requireNonNull(value, "value");
  }

  /** The id that this text spells; empty when it spells none of this kind. */
  public static Optional<PersonId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(id -> new PersonId(id.value()));
  }

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }
}
