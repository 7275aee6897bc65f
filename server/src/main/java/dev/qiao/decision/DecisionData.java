package dev.qiao.decision;

import dev.qiao.api.HeldData;
import dev.qiao.identity.Tiers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How far a person is verified, and what is used of their limits. */
@Component
@Order(1)
class DecisionData implements HeldData {
  private final LimitStatements statements;
  private final Tiers tiers;

  DecisionData(LimitStatements statements, Tiers tiers) {
    this.statements = statements;
    this.tiers = tiers;
  }

  @Override
  public Map<String, Object> held(UUID person) {
    LimitsView limits = statements.of(person);
    Map<String, Object> held = new LinkedHashMap<>();
    held.put("tier", limits.tier().id());
    held.put("tier_expires_at", limits.tierExpiresAt());
    held.put("time_zone", limits.timeZone());
    held.put("limits", limits.limits());
    return Map.of("limits", held);
  }

  @Override
  public void erase(UUID person) {
    tiers.forget(person);
  }
}
