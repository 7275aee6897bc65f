package dev.qiao.identity;

import static java.util.Objects.requireNonNull;

import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Names an operator: {@code opr_…}. */
public record OperatorId(UUID value) implements Id {
  private static final String PREFIX = "opr";

  public OperatorId {
    requireNonNull(value, "value");
  }

  /** The id that this text spells; empty when it spells none of this kind. */
  public static Optional<OperatorId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(id -> new OperatorId(id.value()));
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
