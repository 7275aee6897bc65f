package dev.qiao.identity;

import static java.util.Objects.requireNonNull;

import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Names what a person was asked to confirm: {@code cfm_…}. */
public record ConfirmationId(UUID value) implements Id {
  private static final String PREFIX = "cfm";

  public ConfirmationId {
    requireNonNull(value, "value");
  }

  /** The id that this text spells; empty when it spells none of this kind. */
  public static Optional<ConfirmationId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(id -> new ConfirmationId(id.value()));
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
