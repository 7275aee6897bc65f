package dev.qiao.identity;

import dev.qiao.api.App;
import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.identity.Challenge.Purpose;
import dev.qiao.ids.Ids;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Passkeys of people, staff and operators. Each belongs to one party in one app, and signs
 * challenges that are good once, for five minutes, for one purpose.
 */
@Component
class Passkeys {
  static final int MAX = 20;
  private static final int CHALLENGE_BYTES = 32;

  /** What became of a new passkey; refusals in order of precedence. */
  sealed interface Adding {
    record Added(Passkey passkey) implements Adding {}

    record TooMany() implements Adding {}

    /** The challenge is not good, or the authenticator's answer does not hold: not told apart. */
    record Refused() implements Adding {}
  }

  private final PasskeyTables tables;
  private final ChallengeTables challenges;
  private final RelyingParty relyingParty;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Passkeys(
      PasskeyTables tables,
      ChallengeTables challenges,
      RelyingParty relyingParty,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.challenges = challenges;
    this.relyingParty = relyingParty;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /** A challenge of random bytes. */
  Challenge challenge(Purpose purpose, App app, Optional<UUID> party) {
    byte[] bytes = new byte[CHALLENGE_BYTES];
    random.nextBytes(bytes);
    return challenge(purpose, app, party, bytes);
  }

  /** A challenge of bytes that the caller has bound to something. */
  Challenge challenge(Purpose purpose, App app, Optional<UUID> party, byte[] bytes) {
    var challenge =
        new Challenge(
            new ChallengeId(ids.next()),
            purpose,
            app,
            party,
            bytes,
            clock.instant().plus(Challenge.LIFE));
    challenges.insert(challenge);
    return challenge;
  }

  /**
   * Adds a passkey to the caller's own.
   *
   * @param mayEnd throws a problem where the caller does not end what was begun at that time
   */
  Adding add(Caller caller, Attestation attestation, String name, Consumer<Instant> mayEnd) {
    if (tables.count(caller.party()) >= MAX) {
      return new Adding.TooMany();
    }
    return transaction.execute(status -> added(caller, attestation, name, mayEnd));
  }

  private Adding added(
      Caller caller, Attestation attestation, String name, Consumer<Instant> mayEnd) {
    Optional<Challenge> begun =
        used(attestation.challengeId(), Purpose.REGISTER, caller.app())
            .filter(challenge -> challenge.party().equals(Optional.of(caller.party())));
    begun.map(Challenge::begunAt).ifPresent(mayEnd);
    return begun
        .flatMap(challenge -> relyingParty.registered(challenge, caller.party(), attestation))
        .flatMap(credential -> store(caller, credential, name))
        .<Adding>map(Adding.Added::new)
        .orElseGet(Adding.Refused::new);
  }

  private Optional<Passkey> store(Caller caller, CredentialRecord credential, String name) {
    var passkey =
        new Passkey(
            new PasskeyId(ids.next()),
            name,
            credential.isBackupState(),
            clock.instant(),
            Optional.empty(),
            Optional.empty());
    var row =
        new PasskeyTables.Row(
            passkey,
            caller.app(),
            caller.party(),
            credential.getCredentialId().getBytes(),
            credential.getPublicKey().getBytes(),
            credential.getAttestationObject().getBytes(),
            credential.getSignatureCount(),
            credential.getTransports().stream().map(AuthenticatorTransport::getValue).toList(),
            credential.isBackupEligible());
    if (!tables.insert(row)) {
      return Optional.empty();
    }
    audit.record(caller, "passkey.add", passkey.id().text(), "done", null);
    return Optional.of(passkey);
  }

  /** Which passkey has signed, and whose it is. */
  record Signer(UUID party, PasskeyId passkey) {}

  /**
   * Whose passkey has signed an open challenge of this purpose; empty when it does not hold. The
   * challenge is used up either way.
   */
  Optional<Signer> signer(Assertion assertion, Purpose purpose, App app) {
    return used(assertion.challengeId(), purpose, app)
        .flatMap(challenge -> signer(challenge, assertion));
  }

  /** The same for a challenge that was used up before. */
  Optional<Signer> signer(Challenge challenge, Assertion assertion) {
    return owner(challenge, assertion).filter(_ -> relyingParty.signs(challenge, assertion));
  }

  /** Uses up a challenge. */
  Optional<Challenge> used(String challengeId, Purpose purpose, App app) {
    Instant now = clock.instant();
    return Optional.ofNullable(challengeId)
        .flatMap(ChallengeId::parse)
        .flatMap(id -> challenges.use(id, purpose, app, now));
  }

  private Optional<Signer> owner(Challenge challenge, Assertion assertion) {
    try {
      byte[] credential = RelyingParty.bytes(assertion.credentialId()).getBytes();
      return tables
          .byCredential(credential)
          .filter(row -> row.app() == challenge.app())
          .map(row -> new Signer(row.party(), row.passkey().id()))
          .filter(signer -> challenge.party().map(signer.party()::equals).orElse(true))
          .filter(signer -> namesOwner(assertion, signer.party()));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** An authenticator that says whose key it is must say it right. */
  private static boolean namesOwner(Assertion assertion, UUID party) {
    return assertion.userHandle() == null
        || assertion.userHandle().isEmpty()
        || MessageDigest.isEqual(
            RelyingParty.bytes(assertion.userHandle()).getBytes(), RelyingParty.handle(party));
  }

  List<PasskeyTables.Row> of(UUID party) {
    return tables.of(party);
  }

  /** How many of the party's sign, besides this one. */
  int openBeside(UUID party, Optional<PasskeyId> removed) {
    return (int)
        tables.of(party).stream()
            .map(PasskeyTables.Row::passkey)
            .filter(Passkey::opens)
            .filter(passkey -> !removed.equals(Optional.of(passkey.id())))
            .count();
  }

  /** Whether the party has any; also one that is locked is had. */
  boolean has(UUID party) {
    return tables.count(party) > 0;
  }

  Optional<Passkey> rename(Caller caller, PasskeyId id, String name) {
    Optional<Passkey> renamed =
        tables.rename(id, caller.party(), name).map(PasskeyTables.Row::passkey);
    renamed.ifPresent(
        passkey -> audit.record(caller, "passkey.rename", passkey.id().text(), "done", null));
    return renamed;
  }

  /** False when the caller has no such passkey. */
  boolean remove(Caller caller, PasskeyId id) {
    boolean removed = tables.delete(id, caller.party());
    if (removed) {
      audit.record(caller, "passkey.remove", id.text(), "done", null);
    }
    return removed;
  }
}
