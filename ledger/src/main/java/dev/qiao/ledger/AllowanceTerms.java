package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import dev.qiao.money.Money;
import java.time.ZoneId;

/**
 * What an allowance is opened with.
 *
 * @param reference names it for ever, such as {@code person:<uuid>:transfer:day}; no two share one
 * @param cap the most that may be used in a window; zero refuses every use
 * @param zone the subject's time zone, in which days, months and years begin
 * @param restored whether a reversal gives back what the reversed posting used
 */
public record AllowanceTerms(
    String reference, Money cap, Window window, ZoneId zone, boolean restored) {
  public AllowanceTerms {
    Texts.require(reference, "reference");
    requireNonNull(window, "window");
    requireNonNull(zone, "zone");
    if (cap.isNegative()) {
      throw new IllegalArgumentException("A cap cannot be negative: " + cap.minor());
    }
  }
}
