package dev.qiao.wallet;

import dev.qiao.api.Id;
import java.util.UUID;

/** Names a transfer: {@code trf_…}. */
public record TransferId(UUID value) implements Id {
  @Override
  public String prefix() {
    return "trf";
  }

  /** Reads the outside form. */
  public static TransferId from(String text) {
    return new TransferId(Id.read("trf", text));
  }
}
