package dev.qiao.identity;

import dev.qiao.api.Caller;
import dev.qiao.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Remembers what changed about how people's wallets are opened. Whoever changes a credential, a
 * device or a contact records it here; the person is told on every contact that is known.
 */
@Component
public class CredentialChanges {
  /** How long what they are not reached by any more still hears of changes. */
  private static final Duration FORMER = Duration.ofDays(7);

  private final CredentialChangeTables tables;
  private final ContactBook contacts;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  CredentialChanges(
      CredentialChangeTables tables,
      ContactBook contacts,
      ApplicationEventPublisher events,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.contacts = contacts;
    this.events = events;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /** Records a change, in the transaction at hand or in one of its own, and has the person told. */
  public void record(UUID person, CredentialChange what) {
    transaction.executeWithoutResult(
        status -> {
          UUID id = ids.next();
          tables.insert(id, person, what, clock.instant());
          events.publishEvent(new CredentialChanged(id, person, what));
        });
  }

  /** The same for what a caller did to their own; nothing for staff and operators. */
  void record(Caller caller, CredentialChange what) {
    if (caller.kind() == Caller.Kind.PERSON) {
      record(caller.party(), what);
    }
  }

  /**
   * Records a change of what a person is reached by.
   *
   * @param before what they were reached by; what they have lost by it hears of it and of what
   *     follows for some days
   */
  public void record(PersonId person, CredentialChange what, List<? extends Contact> before) {
    transaction.executeWithoutResult(
        status -> {
          List<Contact> now = contacts.of(person);
          Instant until = clock.instant().plus(FORMER);
          before.stream()
              .filter(contact -> !now.contains(contact))
              .forEach(contact -> tables.keep(ids.next(), person.value(), contact, until));
          record(person.value(), what);
        });
  }

  /** Those of the changes that happened to a person since a time. */
  public Set<CredentialChange> since(UUID person, Instant since) {
    return tables.since(person, since);
  }

  /** When this last changed; empty when it never did since it is recorded. */
  public Optional<Instant> last(UUID person, CredentialChange what) {
    return tables.last(person, what);
  }
}
