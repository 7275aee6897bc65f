package dev.qiao.identity;

import static java.util.Objects.requireNonNull;

import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Names an email of a person: {@code eml_…}. */
record EmailId(UUID value) implements Id {
  private static final String PREFIX = "eml";

  public EmailId {
    requireNonNull(value, "value");
  }

  /** The id that this text spells; empty when it spells none of this kind. */
  public static Optional<EmailId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(id -> new EmailId(id.value()));
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
