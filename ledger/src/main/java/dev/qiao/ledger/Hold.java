package dev.qiao.ledger;

import static java.util.Objects.requireNonNull;

import dev.qiao.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Sets an amount of an account aside until it is captured, released, or expires.
 *
 * @param hold the new hold's id, by which it is captured and released
 * @param expiresAt from when on it sets nothing aside; kept to the microsecond; no later than the
 *     year 9999
 * @param reference what it is for, such as the id of a payment
 * @param uses what it takes from allowances; the share that is not captured goes back to its window
 */
public record Hold(
    PostingId id,
    HoldId hold,
    AccountId account,
    Money amount,
    Instant expiresAt,
    String reference,
    List<Use> uses)
    implements Command {
  private static final Instant EXPIRY_MAX = Instant.parse("9999-12-31T23:59:59.999999Z");

  public Hold {
    requireNonNull(id, "id");
    requireNonNull(hold, "hold");
    requireNonNull(account, "account");
    requireNonNull(amount, "amount");
    if (expiresAt.isAfter(EXPIRY_MAX)) {
      throw new IllegalArgumentException("Never expires: " + expiresAt);
    }
    expiresAt = expiresAt.truncatedTo(ChronoUnit.MICROS);
    Texts.require(reference, "reference");
    uses = Texts.requireFew(uses);
  }

  /** Without allowances. */
  public Hold(
      PostingId id,
      HoldId hold,
      AccountId account,
      Money amount,
      Instant expiresAt,
      String reference) {
    this(id, hold, account, amount, expiresAt, reference, List.of());
  }

  @Override
  public String kind() {
    return "hold";
  }
}
