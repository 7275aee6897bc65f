package dev.qiao.api;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What one module holds about a person, how it shows that to them, and how it lets go of it. */
public interface HeldData {
  /** All of it, by section; only what is this person's. Values are what JSON can be made of. */
  Map<String, Object> held(UUID person);

  /** Why the person cannot be erased yet; empty when nothing here stands in the way. */
  default Optional<Problem> obstacle(UUID person) {
    return Optional.empty();
  }

  /**
   * Makes sure that nothing new can arrive for the person; empty when so. Outside of a transaction,
   * after nothing stood in the way.
   */
  default Optional<Problem> close(UUID person) {
    return Optional.empty();
  }

  /** Lets go of what nobody has to keep, in the transaction at hand. May be asked again. */
  default void erase(UUID person) {}
}
