package dev.qiao.payment;

import dev.qiao.api.Id;
import java.util.UUID;

/** Names a refund: {@code ref_…}. */
public record RefundId(UUID value) implements Id {
  @Override
  public String prefix() {
    return "ref";
  }

  /** Reads the outside form. */
  public static RefundId from(String text) {
    return new RefundId(Id.read("ref", text));
  }
}
