package dev.qiao.decision;

import dev.qiao.api.HeldData;
import dev.qiao.identity.Subject;
import dev.qiao.identity.Tiers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How far a person is verified, what is used of their limits, and what was set for them. */
@Component
@Order(1)
class DecisionData implements HeldData {
  private final LimitStatements statements;
  private final IndividualLimitTables own;
  private final Tiers tiers;

  DecisionData(LimitStatements statements, IndividualLimitTables own, Tiers tiers) {
    this.statements = statements;
    this.own = own;
    this.tiers = tiers;
  }

  @Override
  public Map<String, Object> held(UUID person) {
    LimitsView limits = statements.of(Subject.person(person));
    Map<String, Object> held = new LinkedHashMap<>();
    held.put("tier", limits.tier().id());
    held.put("tier_expires_at", limits.tierExpiresAt());
    held.put("time_zone", limits.timeZone());
    held.put("limits", limits.limits());
    held.put(
        "individual_limits",
        own.all(Subject.person(person)).stream().map(DecisionData::individual).toList());
    return Map.of("limits", held);
  }

  private static Map<String, Object> individual(IndividualLimitTables.Kept kept) {
    IndividualLimit limit = kept.limit();
    Map<String, Object> held = new LinkedHashMap<>();
    held.put("counts", limit.meaning());
    held.put("cap", limit.cap());
    held.put("raises", limit.raises());
    held.put("tier", limit.tier());
    held.put("since", limit.since());
    held.put("ends_at", limit.endsAt());
    held.put("ended_at", kept.endedAt().orElse(null));
    held.put("reference", limit.reference());
    return held;
  }

  @Override
  public void erase(UUID person) {
    own.forget(Subject.person(person));
    tiers.forget(Subject.person(person));
  }
}
