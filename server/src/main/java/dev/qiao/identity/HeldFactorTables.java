package dev.qiao.identity;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is held about the ways in which a person signs in, and how all of it is forgotten. */
@Component
class HeldFactorTables {
  private final PasskeyTables passkeys;
  private final AuthenticatorTables authenticators;
  private final CredentialChangeTables changes;
  private final WaysIn ways;
  private final JdbcClient db;

  HeldFactorTables(
      PasskeyTables passkeys,
      AuthenticatorTables authenticators,
      CredentialChangeTables changes,
      WaysIn ways,
      JdbcClient db) {
    this.passkeys = passkeys;
    this.authenticators = authenticators;
    this.changes = changes;
    this.ways = ways;
    this.db = db;
  }

  /** Secrets and their hashes are left out: they open the account. */
  Map<String, Object> held(PersonId person) {
    UUID party = person.value();
    Map<String, Object> held = new LinkedHashMap<>();
    held.put(
        "passkeys",
        passkeys.of(party).stream()
            .map(PasskeyTables.Row::passkey)
            .map(HeldFactorTables::told)
            .toList());
    held.put(
        "has_authenticator",
        authenticators.find(party).filter(row -> row.confirmedAt() != null).isPresent());
    held.put("recovery_codes_left", authenticators.recoveryCodesLeft(party));
    held.put("devices_known_since", devices(party));
    held.put("locked", locked(party));
    held.put(
        "changes",
        changes.of(party).stream()
            .map(change -> Map.of("what", change.what().text(), "at", change.at().toString()))
            .toList());
    return held;
  }

  private List<Map<String, String>> locked(UUID party) {
    return ways.of(party).stream()
        .filter(standing -> standing.lockedAt().isPresent())
        .map(
            standing ->
                Map.of(
                    "what", standing.way().kind().text(),
                    "at", standing.lockedAt().orElseThrow().toString()))
        .toList();
  }

  /** So that nothing is left by which the person could be known again. */
  void forget(UUID party) {
    revoke(party);
    db.sql("delete from identity.known_device where party = :party").param("party", party).update();
  }

  /** Makes void all by which the party came in; a browser that an operator locked stays so. */
  void revoke(UUID party) {
    authenticators.delete(party);
    for (String statement :
        List.of(
            "delete from identity.passkey where party = :party",
            "delete from identity.passkey_challenge where party = :party",
            "delete from identity.half_sign_in where party = :party",
            "delete from identity.known_device where party = :party and locked_at is null",
            "delete from identity.confirmation where person = :party")) {
      db.sql(statement).param("party", party).update();
    }
  }

  private static Map<String, Object> told(Passkey passkey) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", passkey.id().text());
    told.put("name", passkey.name());
    told.put("backed_up", passkey.backedUp());
    told.put("created_at", passkey.createdAt());
    told.put("used_at", passkey.usedAt().orElse(null));
    return told;
  }

  private List<String> devices(UUID party) {
    return db
        .sql("select known_at from identity.known_device where party = :party order by known_at")
        .param("party", party)
        .query(Timestamp.class)
        .stream()
        .map(at -> at.toInstant().toString())
        .toList();
  }
}
