package dev.qiao.protection;

import dev.qiao.identity.Deed;
import dev.qiao.payment.PastMovements;
import dev.qiao.payment.PastMovements.Past;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What is usual for a person: the largest movement of their own past 90 days, and whom they moved
 * money to in them. The last day is left out, so that a thief cannot make a habit first.
 */
@Component
class Habits {
  private final List<PastMovements> kinds;
  private final ProtectionTerms terms;
  private final InstantSource clock;

  Habits(List<PastMovements> kinds, ProtectionTerms terms, InstantSource clock) {
    this.kinds = kinds;
    this.terms = terms;
    this.clock = clock;
  }

  Past of(UUID person, Deed deed) {
    Instant now = clock.instant();
    Instant to = now.minus(terms.settling());
    Instant from = now.minus(terms.history());
    return kinds.stream()
        .map(kind -> kind.past(person, deed.payee(), from, to))
        .reduce(Past.NONE, Past::and);
  }
}
