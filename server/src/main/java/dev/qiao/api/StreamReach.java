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
          && since.map(from -> !event.at().isBefore(from) && arose(event)).orElse(true);
    }

    /** What arose in no store is the business's own, for those who see all of it. */
    private static boolean arose(Event event) {
      return event.place().isPresent();
    }
  }

  /** Empty when they see nothing, as somebody who has just left. */
  Optional<Reach> of(Caller staff);
}
