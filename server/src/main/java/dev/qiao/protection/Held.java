package dev.qiao.protection;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.qiao.identity.Deed;
import dev.qiao.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A movement that waits, or waited, for its payer's second word.
 *
 * @param thing the id of the payment, transfer or withdrawal
 * @param reasons why it waits
 */
record Held(
    HeldId id,
    UUID person,
    UUID session,
    String thing,
    Money amount,
    String payee,
    List<String> reasons,
    State state,
    Instant at,
    Instant deadline,
    Optional<Instant> endedAt) {

  /** How far it is. */
  enum State {
    OPEN,
    RELEASED,
    REFUSED,
    /** Nobody answered in time. */
    EXPIRED;

    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /** What its payer confirms when they say that it was they. */
  Deed deed() {
    return new Deed(id.text(), amount, payee);
  }
}
