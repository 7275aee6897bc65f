package dev.qiao.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How much of their merchant's stream a member of staff sees: what the lists show them. Offered by
 * the module that knows; asked again for each event, since bounds change while somebody listens.
 */
public interface StreamReach {
  /**
   * @param place the only store; empty is all
   * @param since nothing before; empty is everything
   */
  record Reach(Optional<UUID> place, Optional<Instant> since) {
    boolean sees(Event event) {
      return place.map(only -> event.place().filter(only::equals).isPresent()).orElse(true)
          && since.map(from -> !event.at().isBefore(from)).orElse(true);
    }
  }

  /** Empty when they see nothing, as somebody who has just left. */
  Optional<Reach> of(Caller staff);
}
