package dev.qiao.identity;

import static java.util.Objects.requireNonNull;

import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Names a browser that a party has signed in from: {@code dev_…}. */
record DeviceId(UUID value) implements Id {
  private static final String PREFIX = "dev";

  public DeviceId {
    requireNonNull(value, "value");
  }

  /** The id that this text spells; empty when it spells none of this kind. */
  public static Optional<DeviceId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(id -> new DeviceId(id.value()));
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
