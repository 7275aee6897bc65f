package dev.qiao.identity;

import dev.qiao.ids.Ids;
import dev.qiao.notice.Recipient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a person is reached by: a phone, and a few emails. */
@Component
public class ContactBook {
  static final int EMAILS_MAX = 3;

  private final PeopleTables people;
  private final EmailTables emails;
  private final HolderTables holders;
  private final CredentialChangeTables changes;
  private final Ids ids;
  private final InstantSource clock;

  ContactBook(
      PeopleTables people,
      EmailTables emails,
      HolderTables holders,
      CredentialChangeTables changes,
      Ids ids,
      InstantSource clock) {
    this.people = people;
    this.emails = emails;
    this.holders = holders;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /** All of them, the phone first. */
  List<Contact> of(PersonId person) {
    List<Contact> all = new ArrayList<>();
    people.find(List.of(person)).stream().flatMap(p -> p.phone().stream()).forEach(all::add);
    emails.of(person).stream().map(EmailTables.Row::email).forEach(all::add);
    return List.copyOf(all);
  }

  /** What the person was reached by until lately, if it is nobody else's by now. */
  List<Contact> former(PersonId person) {
    List<Contact> now = of(person);
    return changes.former(person.value(), clock.instant()).stream()
        .distinct()
        .filter(contact -> !now.contains(contact))
        .filter(contact -> holders.holder(contact).isEmpty())
        .toList();
  }

  /** Where messages to a person go, in their language: to all that they are reached by. */
  public List<Recipient> recipients(PersonId person) {
    return recipients(person, of(person));
  }

  /**
   * Where a person is warned that somebody else may have their wallet: to all that they are reached
   * by, and to what they were reached by until lately.
   */
  public List<Recipient> recipientsOfWarnings(PersonId person) {
    List<Contact> all = new ArrayList<>(of(person));
    all.addAll(former(person));
    return recipients(person, all);
  }

  private List<Recipient> recipients(PersonId person, List<Contact> contacts) {
    Locale language =
        people.language(person).map(Locale::forLanguageTag).orElse(Locale.SIMPLIFIED_CHINESE);
    return contacts.stream().map(contact -> Recipients.of(contact, language)).toList();
  }

  List<EmailTables.Row> emails(PersonId person) {
    return emails.of(person);
  }

  /** To which a code goes that shows that it is the person: the phone, unless told otherwise. */
  Optional<Contact> toShow(PersonId person, boolean email) {
    List<Contact> all = of(person);
    return all.stream()
        .filter(contact -> !email || contact instanceof Email)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** How the person's devices may show by what they sign in. */
  String shown(Person person) {
    return person
        .phone()
        .map(Phone::masked)
        .or(() -> of(person.id()).stream().map(Contact::masked).findFirst())
        .orElse("");
  }

  boolean phoneLost(PersonId person) {
    return holders.phoneLost(person);
  }

  /** Whether a code that was sent there shows that it is this person. */
  boolean isHeldBy(Contact contact, PersonId person) {
    return holders.holder(contact).filter(person::equals).isPresent();
  }

  /** Whether there is room for another email. */
  boolean hasRoom(PersonId person) {
    return emails.of(person).size() < EMAILS_MAX;
  }

  /**
   * Adds an email that the person has shown to be theirs, taking it from whoever had it. Belongs
   * into a transaction.
   */
  void add(PersonId person, Email email) {
    Instant now = clock.instant();
    holders.release(email, person, now);
    emails.insert(new EmailId(ids.next()), person, email, now);
  }

  /** False when there is no such email. */
  boolean remove(PersonId person, EmailId id) {
    return emails.delete(person, id);
  }

  /**
   * Makes a phone that the person has shown to be theirs their own, taking it from whoever had it.
   * Belongs into a transaction. False when somebody else took it at the same moment.
   */
  boolean setPhone(PersonId person, Phone phone) {
    Instant now = clock.instant();
    boolean taken = holders.release(phone, person, now);
    return people.setPhone(person, phone, taken, now);
  }

  /** Forgets all by which the person was reached. Belongs into a transaction. */
  void clear(PersonId person) {
    people.clearPhone(person);
    emails.forget(person.value());
  }
}
