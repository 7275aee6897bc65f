package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.identity.Attempts.Limit;
import dev.qiao.identity.Attempts.Taken;
import dev.qiao.identity.Sessions.Place;
import dev.qiao.ids.Ids;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens a wallet again for somebody who has lost all that opens it. It waits for a week, in which
 * every contact and every signed-in device can stop it; an operator looks at who it is; and what
 * opened the wallet before opens it no more. Applying is the same work and the same answer, whether
 * or not there is such a wallet.
 */
@Component
class Recoveries {
  static final Duration WAIT = Duration.ofDays(7);
  static final Duration LIFE = Duration.ofDays(30);
  static final Duration COOLING = Duration.ofHours(72);

  /** What became of an application. */
  sealed interface Application {
    /**
     * @param claim with which whoever applied comes back; told only this once
     */
    record Waiting(Recovery recovery, Token claim) implements Application {}

    record TooMany(Instant until) implements Application {}
  }

  /** What became of a completion. */
  sealed interface Completion {
    record Completed(PersonId person) implements Completion {}

    /** Not approved, not due, or ended: not told apart from a wallet that does not exist. */
    record NotReady() implements Completion {}
  }

  private final RecoveryTables tables;
  private final HolderTables holders;
  private final ContactBook contacts;
  private final PeopleTables people;
  private final CredentialTables credentials;
  private final HeldFactorTables factors;
  private final Sessions sessions;
  private final LockTables locks;
  private final CredentialChanges changes;
  private final AccountNotices notices;
  private final Attempts attempts;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Recoveries(
      RecoveryTables tables,
      HolderTables holders,
      ContactBook contacts,
      PeopleTables people,
      CredentialTables credentials,
      HeldFactorTables factors,
      Sessions sessions,
      LockTables locks,
      CredentialChanges changes,
      AccountNotices notices,
      Attempts attempts,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.holders = holders;
    this.contacts = contacts;
    this.people = people;
    this.credentials = credentials;
    this.factors = factors;
    this.sessions = sessions;
    this.locks = locks;
    this.changes = changes;
    this.notices = notices;
    this.attempts = attempts;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Counts an application before anything of it is looked at; says until when there were enough.
   */
  Optional<Instant> count(Contact wallet, Place place) {
    Optional<Instant> here =
        attempts.takeAt(place, Limit.RECOVERY_FROM_ADDRESS, Limit.RECOVERY_FROM_DEVICE);
    return here.or(
        () ->
            attempts.take(Limit.RECOVERY_OF_CONTACT, wallet.key())
                    instanceof Taken.Exhausted(var end)
                ? Optional.of(end)
                : Optional.empty());
  }

  /**
   * Applies.
   *
   * @param wallet the phone or email that the wallet is or was known by
   * @param name of whose wallet it is
   * @param shown where whoever applies is reached, if they have shown any
   */
  Application.Waiting apply(Contact wallet, String name, Optional<Contact> shown, Place place) {
    Instant now = clock.instant();
    PersonId person =
        holders.heldOrLost(wallet).orElseGet(() -> new PersonId(SecondFactors.NOBODY));
    var recovery =
        new Recovery(
            new RecoveryId(ids.next()),
            Recovery.Kind.LOST_EVERYTHING,
            person,
            Recovery.State.WAITING,
            shown,
            Optional.of(name),
            sessions.knows(person.value(), place),
            now,
            now.plus(WAIT),
            now.plus(LIFE),
            List.of(),
            Optional.empty());
    Token claim = Token.fresh(random);
    transaction.executeWithoutResult(
        status -> {
          tables.insert(recovery, Optional.of(claim));
          audit.record(
              "person",
              null,
              place.address(),
              "recovery.apply",
              recovery.id().text(),
              "done",
              null);
        });
    return new Application.Waiting(recovery, claim);
  }

  Optional<Recovery> byClaim(Token claim) {
    return tables.byClaim(claim);
  }

  /** What is open for a person. */
  List<Recovery> open(PersonId person) {
    return tables.open(person, clock.instant());
  }

  /** Stops one by the link that was sent; false when it is not open any more. */
  boolean cancelByLink(RecoveryId id, String address) {
    return transaction.execute(
        status -> {
          Optional<Recovery> recovery = tables.find(id);
          boolean cancelled = tables.cancel(id, clock.instant());
          if (cancelled) {
            audit.record("person", null, address, "recovery.cancel", id.text(), "done", "by link");
            notices.tell(recovery.orElseThrow().person(), AccountChange.RECOVERY_CANCELLED);
          }
          return cancelled;
        });
  }

  /** Stops all that is open for the caller; says how much there was. */
  int cancelAll(Caller caller) {
    PersonId person = new PersonId(caller.party());
    return transaction.execute(
        status -> {
          int cancelled = tables.cancelAll(person, clock.instant());
          if (cancelled > 0) {
            audit.record(caller, "recovery.cancel", person.text(), "done", null);
            notices.tell(person, AccountChange.RECOVERY_CANCELLED);
          }
          return cancelled;
        });
  }

  /**
   * Gives the wallet to whoever has waited: known by this contact from now on, and opened by
   * nothing of what opened it before.
   */
  Completion complete(Token claim, Contact contact, String address) {
    return transaction.execute(
        status -> {
          Instant now = clock.instant();
          Optional<PersonId> completed =
              tables.complete(claim, now).filter(person -> !locks.isLocked(person.value()));
          if (completed.isEmpty()) {
            status.setRollbackOnly();
            return new Completion.NotReady();
          }
          PersonId person = completed.get();
          // The person's row first, then sessions: as whoever asks for a confirmation locks them.
          people.cool(person, now.plus(COOLING));
          List<Contact> before = contacts.of(person);
          credentials.forget(person.value());
          factors.revoke(person.value());
          sessions.revokeAll(person.value());
          contacts.clear(person);
          if (!know(person, contact)) {
            status.setRollbackOnly();
            return new Completion.NotReady();
          }
          tables.cancelAll(person, now);
          audit.record(
              "person", person.value(), address, "recovery.complete", person.text(), "done", null);
          changes.record(person, CredentialChange.RECOVERED, before);
          return new Completion.Completed(person);
        });
  }

  private boolean know(PersonId person, Contact contact) {
    return switch (contact) {
      case Phone phone -> contacts.setPhone(person, phone);
      case Email email -> {
        contacts.add(person, email);
        yield true;
      }
    };
  }
}
