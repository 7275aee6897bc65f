package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.ids.Ids;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sessions of the first-party apps. Each request looks its session up, so that a revoked one is out
 * at once on every instance. A session ends when it was not used for a while, and at the latest at
 * a fixed time.
 */
@Component
public class Sessions {
  private static final Duration SEEN_STEP = Duration.ofMinutes(1);

  /** How long a session on a new device moves little money. */
  static final Duration COOLING = Duration.ofHours(24);

  /** Where a session is used from; {@code known} is what the browser keeps from before. */
  record Place(App app, String device, String address, Optional<Token> known) {}

  /** Who holds a session; {@code mustEnrol}: they may do nothing but set up a second factor. */
  record Holder(Caller caller, boolean mustEnrol) {}

  /** A session that has just begun, with the secret that opens it. */
  record Opened(SessionId id, Token token, Instant expiresAt, Token device) {}

  private final SessionTables tables;
  private final DeviceTables devices;
  private final WayInTables ways;
  private final CredentialChanges changes;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Sessions(
      SessionTables tables,
      DeviceTables devices,
      WayInTables ways,
      CredentialChanges changes,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.devices = devices;
    this.ways = ways;
    this.changes = changes;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /** Ends all sessions of a party; returns how many there were. */
  public int revokeAll(UUID party) {
    return tables.revokeAll(party, null, clock.instant());
  }

  /** Ends the caller's other sessions, as a change of what opens them must. */
  public void revokeOthers(Caller caller) {
    int revoked =
        tables.revokeAll(caller.party(), new SessionId(caller.session()), clock.instant());
    if (revoked > 0) {
      audit.record(caller, "session.revoke_others", kindOf(caller.app()).name(), "done", null);
    }
  }

  /**
   * @param mustEnrol whether a second factor has to be set up before anything else
   */
  Opened open(UUID party, Place place, List<Factor> factors, boolean mustEnrol) {
    Instant now = clock.instant();
    Token token = Token.fresh(random);
    Instant expiresAt = now.plus(lifeMax(place.app()));
    var row =
        new SessionTables.Row(
            new SessionId(ids.next()),
            party,
            Optional.empty(),
            Optional.empty(),
            place.device(),
            place.address(),
            now,
            now,
            expiresAt,
            mustEnrol);
    Token device = place.known().orElseGet(() -> Token.fresh(random));
    boolean isNew = devices.knowsAny(party) && !devices.knows(party, device);
    devices.remember(new DeviceId(ids.next()), party, device, now);
    tables.insert(row, place.app(), token.hash(), factors);
    tables.on(row.id(), device);
    if (isNew && place.app() == App.WALLET) {
      tables.cool(row.id(), now.plus(COOLING));
      changes.record(party, CredentialChange.DEVICE_ADDED);
    }
    audit.record(
        kind(place.app()),
        party,
        place.address(),
        "session.create",
        row.id().text(),
        "done",
        text(factors));
    return new Opened(row.id(), token, expiresAt, device);
  }

  /**
   * Gives the caller's session another token, after one more factor was shown: a token that
   * somebody got hold of before is worth nothing after. Empty when the session has ended meanwhile,
   * or what was shown is locked by now.
   *
   * @param passkey which one has signed, where one has
   */
  Optional<Opened> renew(
      Caller caller, Factor factor, Optional<PasskeyId> passkey, boolean enrolled) {
    Token token = Token.fresh(random);
    return transaction.execute(
        status -> {
          Optional<Opened> renewed =
              isLocked(caller, factor, passkey)
                  ? Optional.empty()
                  : tables
                      .renew(
                          new SessionId(caller.session()),
                          token.hash(),
                          factor,
                          enrolled,
                          clock.instant())
                      .map(row -> new Opened(row.id(), token, row.expiresAt(), token));
          renewed.ifPresent(
              session ->
                  audit.record(
                      caller, "session.prove", session.id().text(), "done", factor.text()));
          return renewed;
        });
  }

  /** Notes that the caller has shown this factor, the strongest that they have by now. */
  void shown(Caller caller, Factor factor, Optional<PasskeyId> passkey) {
    transaction.executeWithoutResult(
        status -> {
          if (!isLocked(caller, factor, passkey)) {
            tables.shown(new SessionId(caller.session()), factor, clock.instant());
          }
        });
  }

  /** Holds what was shown, so that whoever locks it finds the session in which it was. */
  private boolean isLocked(Caller caller, Factor factor, Optional<PasskeyId> passkey) {
    return WayIn.of(factor, passkey).filter(way -> ways.isLocked(caller.party(), way)).isPresent();
  }

  /** Whether the caller's session has not ended; holds it in the transaction at hand. */
  boolean hold(Caller caller) {
    return tables.hold(new SessionId(caller.session()));
  }

  private static String text(List<Factor> factors) {
    return factors.stream().map(Factor::text).collect(Collectors.joining("+"));
  }

  /** The party's browser that this is, if it has signed in from it. */
  Optional<DeviceId> device(UUID party, Place place) {
    return place.known().flatMap(device -> devices.find(party, device));
  }

  /** Whether an operator has locked this browser for the party. */
  boolean isLocked(UUID party, Place place) {
    return device(party, place).isPresent() && !knows(party, place);
  }

  /** The party's browsers that an operator has locked, the latest first. */
  List<DeviceTables.Row> locked(Caller caller) {
    return devices.locked(caller.party());
  }

  /** Whether the party has signed in from this browser before, and it is not locked. */
  boolean knows(UUID party, Place place) {
    return place.known().filter(device -> devices.knows(party, device)).isPresent();
  }

  /** Who holds this token in this app; empty when its session has ended. */
  Optional<Holder> resolve(App app, Token token, String address) {
    Instant now = clock.instant();
    return tables
        .live(app, token.hash(), now, now.minus(idleMax(app)))
        .map(
            row -> {
              if (row.seenAt().isBefore(now.minus(SEEN_STEP))) {
                tables.seen(row.id(), address, now);
              }
              var caller =
                  new Caller(
                      app,
                      kindOf(app),
                      row.party(),
                      row.id().value(),
                      row.merchant(),
                      row.role(),
                      address);
              return new Holder(caller, row.mustEnrol());
            });
  }

  /** The session that the caller came with, unless it ended meanwhile. */
  Optional<SessionTables.Row> find(Caller caller) {
    return tables.find(new SessionId(caller.session()));
  }

  /** The party's live sessions in this app, last used first. */
  List<SessionTables.Row> list(Caller caller) {
    Instant now = clock.instant();
    return tables.of(caller.party(), caller.app(), now, now.minus(idleMax(caller.app())));
  }

  /** Ends one of the caller's own sessions; false when there is no such session. */
  boolean revoke(Caller caller, SessionId session) {
    boolean revoked = tables.revoke(session, caller.party(), clock.instant());
    if (revoked) {
      audit.record(caller, "session.revoke", session.text(), "done", null);
    }
    return revoked;
  }

  /** Ends the session that a browser held before it signs in again. */
  void replace(App app, Token before) {
    tables.revoke(app, before.hash(), clock.instant());
  }

  static String kind(App app) {
    return switch (kindOf(app)) {
      case PERSON -> "person";
      case STAFF -> "staff";
      case OPERATOR -> "operator";
    };
  }

  private static Caller.Kind kindOf(App app) {
    return switch (app) {
      case WALLET -> Caller.Kind.PERSON;
      case MERCHANT -> Caller.Kind.STAFF;
      case CONSOLE -> Caller.Kind.OPERATOR;
    };
  }

  private static Duration idleMax(App app) {
    return switch (app) {
      case WALLET, CONSOLE -> Duration.ofMinutes(30);
      case MERCHANT -> Duration.ofHours(12);
    };
  }

  static Duration lifeMax(App app) {
    return switch (app) {
      case WALLET, MERCHANT -> Duration.ofDays(30);
      case CONSOLE -> Duration.ofHours(12);
    };
  }
}
