package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import dev.qiao.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Another phone for somebody who is signed in. Who shows what the wallet is known by now has it at
 * once; who cannot waits for three days, in which every contact and device can stop it.
 */
@Component
class PhoneChanges {
  static final Duration WAIT = Duration.ofHours(72);
  static final Duration LIFE = Duration.ofDays(14);

  /** What became of the wish. */
  sealed interface Change {
    record Changed() implements Change {}

    record Waiting(Instant dueAt) implements Change {}

    /** Somebody else has shown it to be theirs at the same moment. */
    record Taken() implements Change {}
  }

  private final RecoveryTables tables;
  private final RecoveryLinks links;
  private final ContactBook contacts;
  private final PeopleTables people;
  private final Sessions sessions;
  private final CredentialChanges changes;
  private final AccountNotices notices;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  PhoneChanges(
      RecoveryTables tables,
      RecoveryLinks links,
      ContactBook contacts,
      PeopleTables people,
      Sessions sessions,
      CredentialChanges changes,
      AccountNotices notices,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.links = links;
    this.contacts = contacts;
    this.people = people;
    this.sessions = sessions;
    this.changes = changes;
    this.notices = notices;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Changes the phone, or lets the change wait.
   *
   * @param phone which the person has just shown to be theirs
   * @param shown whether they have shown what the wallet is known by now as well
   */
  Change change(Caller caller, Phone phone, boolean shown) {
    PersonId person = new PersonId(caller.party());
    return transaction.execute(
        status -> {
          Instant now = clock.instant();
          Optional<Recovery> waiting = tables.waitingPhone(person, phone, now);
          if (shown || waiting.filter(w -> tables.completePhone(w.id(), now)).isPresent()) {
            Change change = set(caller, person, phone, now);
            if (change instanceof Change.Taken) {
              status.setRollbackOnly();
            }
            return change;
          }
          return new Change.Waiting(
              waiting.orElseGet(() -> await(caller, person, phone, now)).dueAt());
        });
  }

  private Change set(Caller caller, PersonId person, Phone phone, Instant now) {
    List<Contact> before = contacts.of(person);
    if (!contacts.setPhone(person, phone)) {
      return new Change.Taken();
    }
    tables.dropWaitingPhone(person, now);
    people.cool(person, now.plus(Sessions.COOLING));
    sessions.revokeOthers(caller);
    audit.record(caller, "phone.set", person.text(), "done", null);
    changes.record(person, CredentialChange.PHONE_CHANGED, before);
    return new Change.Changed();
  }

  private Recovery await(Caller caller, PersonId person, Phone phone, Instant now) {
    tables.dropWaitingPhone(person, now);
    var recovery =
        new Recovery(
            new RecoveryId(ids.next()),
            Recovery.Kind.CHANGE_PHONE,
            person,
            Recovery.State.WAITING,
            Optional.of(phone),
            Optional.empty(),
            true,
            now,
            now.plus(WAIT),
            now.plus(LIFE),
            List.of(),
            Optional.empty());
    tables.insert(recovery, Optional.empty());
    tables.told(recovery.id(), now);
    audit.record(caller, "phone.wait", recovery.id().text(), "done", null);
    notices.tell(
        person,
        AccountChange.PHONE_WAITING,
        contacts.of(person),
        Optional.of(links.cancel(recovery.id())));
    return recovery;
  }
}
