package dev.qiao.bank;

import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Names a linked account: {@code lnk_…}. */
public record LinkedAccountId(UUID value) implements Id {
  private static final String PREFIX = "lnk";

  @Override
  public String prefix() {
    return PREFIX;
  }

  /** Reads the outside form; empty when it is none. */
  public static Optional<LinkedAccountId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(id -> new LinkedAccountId(id.value()));
  }
}
