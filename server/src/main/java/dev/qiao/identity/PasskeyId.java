package dev.qiao.identity;

import static java.util.Objects.requireNonNull;

import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Names a passkey: {@code psk_…}. */
record PasskeyId(UUID value) implements Id {
  private static final String PREFIX = "psk";

  public PasskeyId {
    requireNonNull(value, "value");
  }

  /** The id that this text spells; empty when it spells none of this kind. */
  public static Optional<PasskeyId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(id -> new PasskeyId(id.value()));
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
