package dev.qiao.verification;

import dev.qiao.api.Id;
import java.util.UUID;

/** A document that came with a request. */
public record DocumentId(UUID value) implements Id {
  static final String PREFIX = "doc";

  @Override
  public String prefix() {
    return PREFIX;
  }
}
