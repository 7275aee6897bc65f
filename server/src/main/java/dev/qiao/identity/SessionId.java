package dev.qiao.identity;

import static java.util.Objects.requireNonNull;

import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Names a session: {@code ses_…}. */
record SessionId(UUID value) implements Id {
  private static final String PREFIX = "ses";

  public SessionId {
    requireNonNull(value, "value");
  }

  /** The id that this text spells; empty when it spells none of this kind. */
  public static Optional<SessionId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(id -> new SessionId(id.value()));
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
