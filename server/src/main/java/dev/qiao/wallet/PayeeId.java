package dev.qiao.wallet;

import dev.qiao.api.Id;
import java.util.UUID;

/**
 * Names what somebody found when looking a person up: {@code pye_…}. It says nothing about the
 * person to anybody else.
 */
record PayeeId(UUID value) implements Id {
  @Override
  public String prefix() {
    return "pye";
  }

  static PayeeId from(String text) {
    return new PayeeId(Id.read("pye", text));
  }
}
