package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.api.Caller;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What an operator sees of those who want their wallet opened again, and says about it. */
@Component
class RecoveryReviews {
  /** How what somebody applied with compares to what is held. */
  enum Match {
    SAME,
    /** It was theirs until somebody else showed it. */
    FORMER,
    OTHER,
    NONE
  }

  /** One application beside what is held of its person. */
  record Case(
      Recovery recovery,
      Person person,
      List<Contact> contacts,
      Match name,
      Match contact,
      Optional<Instant> activeSince,
      int others) {}

  private final RecoveryTables tables;
  private final HolderTables holders;
  private final ContactBook contacts;
  private final PeopleTables people;
  private final SessionTables sessions;
  private final AccountNotices notices;
  private final RecoveryLinks links;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final InstantSource clock;

  RecoveryReviews(
      RecoveryTables tables,
      HolderTables holders,
      ContactBook contacts,
      PeopleTables people,
      SessionTables sessions,
      AccountNotices notices,
      RecoveryLinks links,
      AuditTrail audit,
      TransactionOperations transaction,
      InstantSource clock) {
    this.tables = tables;
    this.holders = holders;
    this.contacts = contacts;
    this.people = people;
    this.sessions = sessions;
    this.notices = notices;
    this.links = links;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  List<Case> open() {
    List<Recovery> open = tables.toReview(clock.instant());
    return open.stream().flatMap(recovery -> of(recovery, open).stream()).toList();
  }

  /** Says who it is, or that it is not; false when it waits for no such word. */
  boolean decide(
      Caller operator, RecoveryId id, boolean approve, List<String> checks, String reference) {
    Recovery.State state = approve ? Recovery.State.APPROVED : Recovery.State.REFUSED;
    return transaction.execute(
        status -> {
          Instant now = clock.instant();
          if (!tables.decide(id, state, operator.party(), checks, reference, now)) {
            return false;
          }
          String reason = reference + ' ' + String.join("+", checks);
          audit.record(
              operator,
              approve ? "recovery.approve" : "recovery.refuse",
              id.text(),
              "done",
              reason);
          PersonId person = tables.find(id).orElseThrow().person();
          notices.tell(
              person,
              approve ? AccountChange.RECOVERY_APPROVED : AccountChange.RECOVERY_REFUSED,
              contacts.of(person),
              approve ? Optional.of(links.cancel(id)) : Optional.empty());
          return true;
        });
  }

  private Optional<Case> of(Recovery recovery, List<Recovery> all) {
    return people.find(List.of(recovery.person())).stream()
        .findFirst()
        .map(
            person ->
                new Case(
                    recovery,
                    person,
                    contacts.of(person.id()),
                    name(recovery, person),
                    contact(recovery, person.id()),
                    sessions.seenSince(person.id().value(), recovery.appliedAt()),
                    (int)
                        all.stream()
                            .filter(other -> other.person().equals(recovery.person()))
                            .filter(other -> !other.id().equals(recovery.id()))
                            .count()));
  }

  private static Match name(Recovery recovery, Person person) {
    return recovery
        .name()
        .map(
            name ->
                PersonName.parse(name).filter(person.name()::equalsIgnoreCase).isPresent()
                    ? Match.SAME
                    : Match.OTHER)
        .orElse(Match.NONE);
  }

  private Match contact(Recovery recovery, PersonId person) {
    if (recovery.contact().isEmpty()) {
      return Match.NONE;
    }
    Contact contact = recovery.contact().get();
    if (contacts.isHeldBy(contact, person)) {
      return Match.SAME;
    }
    return holders.isOrWas(contact, person) ? Match.FORMER : Match.OTHER;
  }
}
