package dev.qiao.api;

import java.util.Optional;
import java.util.UUID;

/**
 * Who sent a request, as its credential says. {@code merchant} and {@code role} are there for
 * staff, {@code role} for operators as well. Routes take it as a parameter.
 */
public record Caller(
    App app,
    Kind kind,
    UUID party,
    UUID session,
    Optional<UUID> merchant,
    Optional<String> role,
    String address) {

  /** The kinds of party that can ask for something. */
  public enum Kind {
    PERSON,
    STAFF,
    OPERATOR
  }

  /** Names the party, whatever its session: idempotency keys belong to it. */
  public String partyText() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + party;
  }
}
