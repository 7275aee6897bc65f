package dev.qiao.verification;

import dev.qiao.api.Id;
import java.util.UUID;

/** A person's request to be verified. */
public record VerificationId(UUID value) implements Id {
  static final String PREFIX = "ver";

  @Override
  public String prefix() {
    return PREFIX;
  }
}
