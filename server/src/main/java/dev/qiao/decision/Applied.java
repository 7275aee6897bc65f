package dev.qiao.decision;

import dev.qiao.decision.Pack.Limit;
import dev.qiao.decision.Pack.Tier;
import dev.qiao.ledger.AllowanceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was last set in the ledger for somebody.
 *
 * @param version of their standing from which it was derived
 * @param own by its meaning, what operators have set for this person alone
 * @param settled whether nothing is left to be done, such as a ceiling below what the wallet holds
 */
record Applied(
    long version,
    Pack pack,
    Tier tier,
    ZoneId zone,
    Map<String, IndividualLimit> own,
    List<Counter> counters,
    boolean settled) {

  /** The allowance that a limit is in the ledger. */
  record Counter(Limit limit, AllowanceId allowance) {}

  Applied with(List<Counter> set, boolean isSettled) {
    return new Applied(version, pack, tier, zone, own, set, isSettled);
  }

  /** When the first of the person's own limits ends, and this is out of date. */
  Optional<Instant> holdsUntil() {
    return own.values().stream().map(IndividualLimit::endsAt).min(Comparator.naturalOrder());
  }

  /** What the tier caps this at, without what is the person's own. */
  Optional<Pack.Cap> usual(Limit limit) {
    return pack.cap(tier, limit);
  }

  /** The cap that holds, in minor units. */
  long cap(Limit limit) {
    return IndividualLimit.cap(usual(limit), own(limit), tier);
  }

  Optional<IndividualLimit> own(Limit limit) {
    return Optional.ofNullable(own.get(Packs.meaning(limit)));
  }

  /** Those that count a movement. */
  List<Counter> counting(Movement movement) {
    return counters.stream()
        .filter(counter -> counter.limit().counts().contains(movement))
        .toList();
  }
}
