package dev.qiao.decision;

import dev.qiao.decision.Pack.Limit;
import dev.qiao.decision.Pack.Tier;
import dev.qiao.ledger.AllowanceId;
import java.time.ZoneId;
import java.util.List;

/**
 * What was last set in the ledger for somebody.
 *
 * @param version of their standing from which it was derived
 * @param settled whether nothing is left to be done, such as a ceiling below what the wallet holds
 */
record Applied(
    long version, Pack pack, Tier tier, ZoneId zone, List<Counter> counters, boolean settled) {

  /** The allowance that a limit is in the ledger. */
  record Counter(Limit limit, AllowanceId allowance) {}

  /** Those that count a movement. */
  List<Counter> counting(Movement movement) {
    return counters.stream()
        .filter(counter -> counter.limit().counts().contains(movement))
        .toList();
  }
}
