package dev.qiao.identity;

import static java.util.Objects.requireNonNull;

import dev.qiao.api.Id;
import dev.qiao.ids.TypeId;
import java.util.Optional;
import java.util.UUID;

/** Names a one-time code that was sent: {@code otc_…}. */
public record CodeId(UUID value) implements Id {
  private static final String PREFIX = "otc";

  public CodeId {
    requireNonNull(value, "value");
  }

  /** The id that this text spells; empty when it spells none of this kind. */
  public static Optional<CodeId> parse(String text) {
    return TypeId.parse(PREFIX, text).map(id -> new CodeId(id.value()));
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
