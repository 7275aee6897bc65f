package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * By what parties come in, each of which an operator may lock. A lock ends the sessions that the
 * thing opened, the sign-ins that wait for more and what was begun to be set up, in its own
 * transaction; a locked credential is answered like a wrong one, and still counts as had, so that
 * nothing weaker becomes enough.
 */
@Component
class WaysIn {
  /**
   * One of them, as it stands.
   *
   * @param name what a browser says that it is, or what a passkey was called; empty for the rest
   * @param since when it was first seen, or set
   */
  record Standing(
      WayIn way,
      String name,
      Instant since,
      Optional<Instant> usedAt,
      Optional<Instant> lockedAt) {}

  /** What became of a change of a lock; refusals in order of precedence. */
  enum Turning {
    DONE,
    /** It was so already. */
    UNCHANGED,
    /** No administrator could come in any more. */
    LAST_ADMINISTRATOR
  }

  private final WayInTables tables;
  private final DeviceTables devices;
  private final PasskeyTables passkeys;
  private final SessionTables sessions;
  private final HalfSignInTables halves;
  private final Enrolments enrolments;
  private final Administrators administrators;
  private final CredentialChanges changes;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  WaysIn(
      WayInTables tables,
      DeviceTables devices,
      PasskeyTables passkeys,
      SessionTables sessions,
      HalfSignInTables halves,
      Enrolments enrolments,
      Administrators administrators,
      CredentialChanges changes,
      AuditTrail audit,
      TransactionOperations transaction,
      InstantSource clock) {
    this.tables = tables;
    this.devices = devices;
    this.passkeys = passkeys;
    this.sessions = sessions;
    this.halves = halves;
    this.enrolments = enrolments;
    this.administrators = administrators;
    this.changes = changes;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** All of a party's: devices first, the latest first of each kind. */
  List<Standing> of(UUID party) {
    Stream<Standing> browsers =
        devices.of(party).stream()
            .map(
                device ->
                    new Standing(
                        new WayIn.OfDevice(device.id()),
                        device.name(),
                        device.knownAt(),
                        device.seenAt(),
                        device.lockedAt()));
    Stream<Standing> keys =
        passkeys.of(party).stream()
            .map(PasskeyTables.Row::passkey)
            .map(
                passkey ->
                    new Standing(
                        new WayIn.OfPasskey(passkey.id()),
                        passkey.name(),
                        passkey.createdAt(),
                        passkey.usedAt(),
                        passkey.lockedAt()));
    Stream<Standing> soles =
        tables.soles(party).stream()
            .map(
                sole ->
                    new Standing(
                        new WayIn.Sole(sole.kind()),
                        "",
                        sole.since(),
                        Optional.empty(),
                        sole.lockedAt()));
    return Stream.of(browsers, keys, soles)
        .flatMap(all -> all)
        .sorted(
            Comparator.comparing((Standing one) -> one.way().kind())
                .thenComparing(Standing::since, Comparator.reverseOrder()))
        .toList();
  }

  /**
   * Locks one, at once and everywhere.
   *
   * @param text the party's id in its outside form
   */
  Turning lock(Caller caller, String text, UUID party, WayIn way, String reason) {
    return transaction.execute(
        status -> {
          boolean administrator = OperatorId.parse(text).filter(administrators::hold).isPresent();
          Instant now = clock.instant();
          if (!tables.lock(party, way, now)) {
            return Turning.UNCHANGED;
          }
          if (administrator && !administrators.oneComesIn()) {
            status.setRollbackOnly();
            return Turning.LAST_ADMINISTRATOR;
          }
          end(party, way, now);
          audit.record(caller, "way_in.lock", text, "done", way.text() + ": " + reason);
          tell(text, party, CredentialChange.locked(way.kind()));
          return Turning.DONE;
        });
  }

  /** Whatever it opened, or was about to. */
  private void end(UUID party, WayIn way, Instant now) {
    enrolments.end(party, now);
    switch (way) {
      case WayIn.OfDevice(DeviceId id) -> sessions.revokeOn(party, id, now);
      case WayIn.OfPasskey _, WayIn.Sole _ -> {
        sessions.revokeShown(party, way.kind().factors(), now);
        halves.end(party, way.kind().factors(), now);
      }
    }
  }

  /** Unlocks one; what it had opened stays ended. */
  Turning unlock(Caller caller, String text, UUID party, WayIn way, String reason) {
    return transaction.execute(
        status -> {
          if (!tables.unlock(party, way)) {
            return Turning.UNCHANGED;
          }
          audit.record(caller, "way_in.unlock", text, "done", way.text() + ": " + reason);
          tell(text, party, CredentialChange.unlocked(way.kind()));
          return Turning.DONE;
        });
  }

  /** People hear of it on every contact; of staff and operators none is known. */
  private void tell(String text, UUID party, CredentialChange change) {
    if (PersonId.parse(text).isPresent()) {
      changes.record(party, change);
    }
  }
}
