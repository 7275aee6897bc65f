package dev.qiao.payment;

import dev.qiao.api.Id;
import java.util.UUID;

/** Names a store: {@code sto_…}. */
public record StoreId(UUID value) implements Id {
  @Override
  public String prefix() {
    return "sto";
  }

  /** Reads the outside form. */
  public static StoreId from(String text) {
    return new StoreId(Id.read("sto", text));
  }
}
