package dev.qiao.merchant;

import dev.qiao.payment.Category;
import dev.qiao.payment.MerchantId;
import dev.qiao.payment.Names;
import java.time.Instant;
import java.util.Locale;

/** A shop, with one or more stores. */
public record Merchant(
    MerchantId id, Names names, Category category, State state, Instant createdAt) {
  /** How far its relation to the platform is. */
  public enum State {
    LIVE,
    SUSPENDED,
    CLOSED;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
