package dev.qiao.api;

import dev.qiao.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A fact, told after commit: {@code payment.succeeded}. {@code party} is the one whose stream
 * carries it (a person or a merchant); the operators' stream carries everything.
 *
 * @param place the store where it arose, of a merchant's event
 * @param thing the id of the thing it is about, in its outside form
 */
public record Event(
    UUID id,
    String type,
    Party party,
    UUID partyId,
    Optional<UUID> place,
    String thing,
    Instant at,
    Optional<Money> amount,
    String state) {
  /** Whose stream it is. */
  public enum Party {
    PERSON,
    MERCHANT,
    PLATFORM
  }

  /** The same, at a store. */
  Event at(UUID store) {
    return new Event(id, type, party, partyId, Optional.of(store), thing, at, amount, state);
  }
}
