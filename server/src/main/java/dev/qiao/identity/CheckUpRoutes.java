package dev.qiao.identity;

import dev.qiao.api.AuditEntry;
import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything by which a person's wallet is opened, and what happened to it lately, at one look. */
@RestController
class CheckUpRoutes {
  private static final int TRAIL = 400;
  private static final int SHOWN = 20;

  /** By operators: that they have looked changes nothing here, and stands in the export. */
  private static final Set<String> BY_OPERATOR =
      Set.of("account.freeze", "way_in.lock", "way_in.unlock");

  private static final Set<String> KINDS =
      Set.of(
          "session",
          "passkey",
          "password",
          "pin",
          "authenticator",
          "recovery_codes",
          "recovery",
          "phone",
          "email",
          "wallet",
          "held",
          "party");

  /**
   * @param passwordStandsAlone whether it is long enough to be all that is asked for
   * @param devices from how many browsers the person has ever signed in
   */
  @Schema(name = "CheckUp")
  record CheckUp(
      boolean hasPassword,
      boolean passwordStandsAlone,
      @Nullable Instant passwordChangedAt,
      boolean hasPin,
      @Nullable Instant pinChangedAt,
      int passkeys,
      @Nullable Instant authenticatorSince,
      int recoveryCodesLeft,
      int devices,
      int sessions,
      List<ContactView> contacts,
      List<SecurityEvent> events) {}

  /**
   * @param settled whether it has been the person's for long enough to show who they are
   */
  @Schema(name = "KnownContact")
  record ContactView(
      String masked,
      @Schema(allowableValues = {"phone", "email"}) String kind,
      boolean current,
      boolean settled) {}

  /**
   * @param act as in the audit trail: {@code session.create}
   * @param own whether the person did it, as far as anybody knows
   */
  @Schema(name = "SecurityEvent")
  record SecurityEvent(
      Instant at, String act, String outcome, @Nullable String reason, boolean own) {}

  private final CredentialTables credentials;
  private final Passkeys passkeys;
  private final Authenticators authenticators;
  private final DeviceTables devices;
  private final Sessions sessions;
  private final ContactBook contacts;
  private final CredentialChanges changes;
  private final Safety safety;
  private final AuditTrail trail;

  CheckUpRoutes(
      CredentialTables credentials,
      Passkeys passkeys,
      Authenticators authenticators,
      DeviceTables devices,
      Sessions sessions,
      ContactBook contacts,
      CredentialChanges changes,
      Safety safety,
      AuditTrail trail) {
    this.credentials = credentials;
    this.passkeys = passkeys;
    this.authenticators = authenticators;
    this.devices = devices;
    this.sessions = sessions;
    this.contacts = contacts;
    this.changes = changes;
    this.safety = safety;
    this.trail = trail;
  }

  @GetMapping("/v1/me/check-up")
  @Operation(summary = "By what one's wallet is opened, and what happened to that lately")
  CheckUp look(Caller caller) {
    UUID party = caller.party();
    PersonId me = new PersonId(party);
    var passwordAt = credentials.passwordChangedAt(party);
    var pinAt = credentials.pinChangedAt(me);
    return new CheckUp(
        passwordAt.isPresent(),
        passwordAt.isPresent() && !credentials.passwordNeedsMore(party),
        passwordAt.orElse(null),
        pinAt.isPresent(),
        pinAt.orElse(null),
        passkeys.of(party).size(),
        authenticators.since(party).orElse(null),
        authenticators.recoveryCodesLeft(party),
        devices.count(party),
        sessions.list(caller).size(),
        contacts(me),
        trail.about(party, me.text(), TRAIL).stream()
            .filter(entry -> KINDS.contains(kind(entry)) || BY_OPERATOR.contains(entry.act()))
            .limit(SHOWN)
            .map(entry -> event(entry, party))
            .toList());
  }

  private List<ContactView> contacts(PersonId me) {
    boolean settled =
        changes.last(me.value(), CredentialChange.PHONE_CHANGED).filter(safety::isRecent).isEmpty();
    Map<Email, Instant> since =
        contacts.emails(me).stream()
            .collect(Collectors.toMap(EmailTables.Row::email, EmailTables.Row::addedAt));
    List<ContactView> views = new ArrayList<>();
    for (Contact contact : contacts.of(me)) {
      views.add(
          switch (contact) {
            case Phone phone -> new ContactView(phone.masked(), "phone", true, settled);
            case Email email ->
                new ContactView(email.masked(), "email", true, !safety.isRecent(since.get(email)));
          });
    }
    for (Contact contact : contacts.former(me)) {
      String kind = contact instanceof Phone ? "phone" : "email";
      views.add(new ContactView(contact.masked(), kind, false, false));
    }
    return views;
  }

  private static SecurityEvent event(AuditEntry entry, UUID party) {
    return new SecurityEvent(
        entry.at(),
        entry.act(),
        entry.outcome(),
        entry.openReason().orElse(null),
        entry.actor().filter(party::equals).isPresent());
  }

  private static String kind(AuditEntry entry) {
    int dot = entry.act().indexOf('.');
    return dot < 0 ? entry.act() : entry.act().substring(0, dot);
  }
}
