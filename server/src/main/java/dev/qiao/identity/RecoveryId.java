package dev.qiao.identity;

import static java.util.Objects.requireNonNull;

import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Names a wish to have a wallet opened again: {@code rec_…}. */
record RecoveryId(UUID value) implements Id {
  private static final String PREFIX = "rec";

  public RecoveryId {
    requireNonNull(value, "value");
  }

  /** The id that this text spells; empty when it spells none of this kind. */
  public static Optional<RecoveryId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(id -> new RecoveryId(id.value()));
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
