package dev.qiao.protection;

import dev.qiao.api.HeldData;
import dev.qiao.identity.PersonId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether a person's wallet is frozen, and which of their movements were made to wait. */
@Component
@Order(2)
class ProtectionData implements HeldData {
  private static final int ALL = 1_000_000;

  private final FreezeTables freezes;
  private final HeldTables held;
  private final LinkTables links;

  ProtectionData(FreezeTables freezes, HeldTables held, LinkTables links) {
    this.freezes = freezes;
    this.held = held;
    this.links = links;
  }

  @Override
  public Map<String, Object> held(UUID person) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put(
        "wallet_frozen_at",
        freezes.find(person).map(freeze -> freeze.frozenAt().toString()).orElse(null));
    shown.put(
        "held_movements",
        held.of(new PersonId(person), ALL).stream().map(ProtectionData::line).toList());
    return shown;
  }

  private static Map<String, Object> line(Held one) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", one.id().text());
    line.put("movement", one.thing());
    line.put("amount_minor", one.amount().minor());
    line.put("currency", one.amount().unit().code());
    line.put("reasons", one.reasons());
    line.put("state", one.state());
    line.put("at", one.at());
    line.put("ended_at", one.endedAt().orElse(null));
    return line;
  }

  @Override
  public void erase(UUID person) {
    links.forget(person);
    // The account is closed by now, which no end of a freeze would open.
    freezes.delete(person);
  }
}
