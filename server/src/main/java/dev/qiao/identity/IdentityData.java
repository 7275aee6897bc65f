package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.HeldData;
import dev.qiao.vault.Life;
import dev.qiao.vault.Vault;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What identity holds about a person: who they are, what they agreed to, and what they did. */
@Component
@Order(0)
class IdentityData implements HeldData {
  private static final int TRAIL_MAX = 100_000;

  /** One entry of the audit trail, as the person it concerns may see it. */
  private record Trace(
      String at, String act, String object, String outcome, String reason, String address) {}

  private final PeopleTables people;
  private final EmailTables emails;
  private final HolderTables holders;
  private final RecoveryTables recoveries;
  private final SessionTables sessions;
  private final CredentialTables credentials;
  private final HeldFactorTables factors;
  private final CredentialChangeTables changes;
  private final ConsentTables consents;
  private final Vault vault;
  private final AuditTrail trail;
  private final InstantSource clock;

  IdentityData(
      PeopleTables people,
      EmailTables emails,
      HolderTables holders,
      RecoveryTables recoveries,
      SessionTables sessions,
      CredentialTables credentials,
      HeldFactorTables factors,
      CredentialChangeTables changes,
      ConsentTables consents,
      Vault vault,
      AuditTrail trail,
      InstantSource clock) {
    this.people = people;
    this.emails = emails;
    this.holders = holders;
    this.recoveries = recoveries;
    this.sessions = sessions;
    this.credentials = credentials;
    this.factors = factors;
    this.changes = changes;
    this.consents = consents;
    this.vault = vault;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public Map<String, Object> held(UUID person) {
    PersonId id = new PersonId(person);
    Map<String, Object> held = new LinkedHashMap<>();
    held.put("profile", profile(id));
    held.put("sign_in", factors.held(id));
    held.put("consents", consents.of(id));
    held.put(
        "recoveries",
        recoveries.open(id, clock.instant()).stream().map(IdentityData::recovery).toList());
    held.put("sessions", sessions.all(person).stream().map(IdentityData::session).toList());
    held.put("security_log", trail(id));
    return held;
  }

  private Map<String, Object> profile(PersonId id) {
    Person person = people.find(List.of(id)).getFirst();
    Map<String, Object> profile = new LinkedHashMap<>();
    profile.put("id", id.text());
    profile.put("name", person.name());
    profile.put("phone", person.phone().map(Phone::e164).orElse(null));
    profile.put("emails", emails.of(id).stream().map(row -> row.email().address()).toList());
    profile.put("language", people.language(id).orElse(null));
    profile.put("created_at", people.createdAt(id).orElseThrow());
    profile.put("has_pin", credentials.pin(id).isPresent());
    profile.put("has_password", credentials.password(id.value()).isPresent());
    return profile;
  }

  private static Map<String, Object> recovery(Recovery row) {
    return Map.of(
        "id", row.id().text(),
        "kind", row.kind().text(),
        "state", row.state().text(),
        "applied_at", row.appliedAt(),
        "due_at", row.dueAt());
  }

  private static Map<String, Object> session(SessionTables.Row row) {
    return Map.of(
        "id", row.id().text(),
        "device", row.device(),
        "address", row.address(),
        "created_at", row.createdAt(),
        "seen_at", row.seenAt(),
        "expires_at", row.expiresAt());
  }

  private List<Trace> trail(PersonId id) {
    return trail.about(id.value(), id.text(), TRAIL_MAX).stream()
        .map(
            entry ->
                new Trace(
                    entry.at().toString(),
                    entry.act(),
                    entry.object(),
                    entry.outcome(),
                    entry.openReason().orElse(""),
                    // Whoever else acted has an address too, which is not this person's to see.
                    entry
                        .actor()
                        .filter(id.value()::equals)
                        .flatMap(a -> entry.address())
                        .orElse("")))
        .toList();
  }

  @Override
  public void erase(UUID person) {
    people.erase(new PersonId(person), clock.instant());
    emails.forget(person);
    holders.forget(person);
    recoveries.forget(person);
    sessions.forget(person);
    credentials.forget(person);
    factors.forget(person);
    changes.forget(person);
    vault.destroy(Life.ERASABLE, person);
  }
}
