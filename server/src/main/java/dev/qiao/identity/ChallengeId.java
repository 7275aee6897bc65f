package dev.qiao.identity;

import static java.util.Objects.requireNonNull;

import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Names a challenge that a passkey is to sign: {@code chl_…}. */
record ChallengeId(UUID value) implements Id {
  private static final String PREFIX = "chl";

  public ChallengeId {
    requireNonNull(value, "value");
  }

  /** The id that this text spells; empty when it spells none of this kind. */
  public static Optional<ChallengeId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(id -> new ChallengeId(id.value()));
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
