package dev.qiao.identity;

import static java.util.Objects.requireNonNull;

import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Names a member of a merchant's staff: {@code stf_…}. */
public record StaffId(UUID value) implements Id {
  private static final String PREFIX = "stf";

  public StaffId {
    requireNonNull(value, "value");
  }

  /** The id that this text spells; empty when it spells none of this kind. */
  public static Optional<StaffId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(id -> new StaffId(id.value()));
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
