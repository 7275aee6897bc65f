package dev.qiao.payment;

import dev.qiao.api.Id;
import java.util.UUID;

/** Names a payment: {@code pay_…}. */
public record PaymentId(UUID value) implements Id {
  @Override
  public String prefix() {
    return "pay";
  }

  /** Reads the outside form. */
  public static PaymentId from(String text) {
    return new PaymentId(Id.read("pay", text));
  }
}
