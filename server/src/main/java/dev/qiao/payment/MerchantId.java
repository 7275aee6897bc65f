package dev.qiao.payment;

import dev.qiao.api.Id;
import java.util.UUID;

/** Names a merchant: {@code mer_…}. */
public record MerchantId(UUID value) implements Id {
  @Override
  public String prefix() {
    return "mer";
  }

  /** Reads the outside form. */
  public static MerchantId from(String text) {
    return new MerchantId(Id.read("mer", text));
  }
}
