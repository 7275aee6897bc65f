package dev.qiao.protection;

import dev.qiao.api.Id;
import java.util.UUID;

/** Names a movement that waits for its payer's second word: {@code hld_…}. */
record HeldId(UUID value) implements Id {
  static final String PREFIX = "hld";

  @Override
  public String prefix() {
    return PREFIX;
  }

  /** Reads the outside form. */
  static HeldId from(String text) {
    return new HeldId(Id.read(PREFIX, text));
  }
}
