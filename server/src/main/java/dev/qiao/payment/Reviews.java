package dev.qiao.payment;

import dev.qiao.api.Caller;
import dev.qiao.identity.Deed;
import dev.qiao.ledger.Companion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Looks at a movement between its payer's word and the ledger, and may have it wait until the payer
 * has answered on another way. What waits is there durably, together with the movement's own state.
 */
public interface Reviews {
  /**
   * A movement that is to wait.
   *
   * @param id its own
   * @param reasons why, in words of the API
   * @param deadline until when it may be answered
   */
  record Review(
      UUID id,
      UUID person,
      UUID session,
      Deed deed,
      List<String> reasons,
      Instant at,
      Instant deadline) {
    /** The same for a movement that has got its id only now. */
    public Review of(String thing) {
      return new Review(
          id, person, session, new Deed(thing, deed.amount(), deed.payee()), reasons, at, deadline);
    }
  }

  /** Whether this is to wait; empty when it may go on. */
  Optional<Review> due(Caller payer, Deed deed);

  /** Writes it down with a ledger command. */
  Companion companion(Review review);

  /** Writes it down in the transaction at hand. */
  void store(Review review);

  /** Tells the payer, after the commit. What a crash leaves untold is told later. */
  void tell(Review review);
}
