package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.ids.Ids;
import dev.qiao.vault.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The people who have a wallet. */
@Component
public class People {
  /** How long a number that came from somebody else finds nobody. */
  static final Duration QUIET = Duration.ofDays(7);

  private final PeopleTables tables;
  private final EmailTables emails;
  private final HolderTables holders;
  private final Passwords passwords;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  People(
      PeopleTables tables,
      EmailTables emails,
      HolderTables holders,
      Passwords passwords,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
    this.emails = emails;
    this.holders = holders;
    this.passwords = passwords;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  public Optional<Person> find(PersonId id) {
    return tables.find(List.of(id)).stream().findFirst();
  }

  /** Those of the ids that are known. */
  public Map<PersonId, Person> find(Collection<PersonId> wanted) {
    return tables.find(wanted).stream().collect(Collectors.toMap(Person::id, Function.identity()));
  }

  public Optional<Person> byPhone(Phone phone) {
    return tables.byPhone(phone);
  }

  /**
   * Whom a payer finds by this number. A number that went from one person to another finds nobody
   * for a week: those who know it may still mean the one from before.
   */
  public Optional<Person> payeeByPhone(Phone phone) {
    return tables.payeeByPhone(phone, clock.instant().minus(QUIET));
  }

  /**
   * At most 1000 of those whose phone number ends in these four digits: all that a shop knows of a
   * customer.
   */
  public List<PersonId> withPhoneEnding(String digits) {
    return tables.withPhoneEnding(digits);
  }

  /** At most 50 of those whose names hold all of these words, the newest first. */
  public List<PersonId> named(String words) {
    var wanted = Words.wanted(words);
    return wanted.isEmpty() ? List.of() : tables.withWords(wanted, 50);
  }

  /** The language that somebody has chosen, as a tag. */
  public Optional<String> language(PersonId id) {
    return tables.language(id);
  }

  /** How many people there are. */
  public long count() {
    return tables.count();
  }

  /** Makes a person of someone whose phone is known to be theirs, and nobody else's. */
  public Registration register(Phone phone, String name, Optional<String> password) {
    return register(phone, name, password, false, () -> true);
  }

  /**
   * Makes a person of someone who has shown a phone or an email to be theirs. Whoever had it before
   * keeps their wallet and loses it; nothing in the answer tells that there was somebody.
   *
   * @param use whether what shows it is still good, and uses it up
   */
  Registration register(
      Contact shown, String name, Optional<String> password, BooleanSupplier use) {
    return register(shown, name, password, true, use);
  }

  private Registration register(
      Contact contact, String name, Optional<String> password, boolean takes, BooleanSupplier use) {
    Optional<String> properName = PersonName.parse(name);
    if (properName.isEmpty()) {
      return new Registration.NameInvalid();
    }
    Optional<PasswordRefusal> refusal =
        password.flatMap(p -> PasswordRules.refusal(p, contact.key(), false));
    if (refusal.isPresent()) {
      return new Registration.PasswordRefused(refusal.get());
    }
    Optional<String> hash = password.map(passwords::hash);
    Optional<Phone> phone = contact instanceof Phone p ? Optional.of(p) : Optional.empty();
    Person person = new Person(new PersonId(ids.next()), properName.get(), phone);
    return transaction.execute(
        status -> {
          Instant now = clock.instant();
          if (!use.getAsBoolean()) {
            return new Registration.ContactTaken();
          }
          boolean taken = takes && holders.release(contact, person.id(), now);
          Registration registration = insert(person, contact, taken, hash, now);
          if (!(registration instanceof Registration.Registered)) {
            status.setRollbackOnly();
          }
          return registration;
        });
  }

  private Registration insert(
      Person person, Contact contact, boolean taken, Optional<String> hash, Instant now) {
    boolean inserted = tables.insert(person, taken, now);
    if (inserted && contact instanceof Email email) {
      inserted = emails.insert(new EmailId(ids.next()), person.id(), email, now);
    }
    if (!inserted) {
      return new Registration.ContactTaken();
    }
    hash.ifPresent(h -> passwords.set(person.id().value(), h, true));
    audit.record(
        "person", person.id().value(), null, "person.create", person.id().text(), "done", null);
    return new Registration.Registered(person);
  }
}
