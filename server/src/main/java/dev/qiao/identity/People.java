package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.ids.Ids;
import dev.qiao.vault.Words;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The people who have a wallet. */
@Component
public class People {
  private final PeopleTables tables;
  private final Passwords passwords;
  private final AuditTrail audit;
  private final TransactionOperations transaction;
  private final Ids ids;
  private final InstantSource clock;

  People(
      PeopleTables tables,
      Passwords passwords,
      AuditTrail audit,
      TransactionOperations transaction,
      Ids ids,
      InstantSource clock) {
    this.tables = tables;
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

  /** Makes a person of someone whose phone is known to be theirs. */
  public Registration register(Phone phone, String name, Optional<String> password) {
    Optional<String> properName = PersonName.parse(name);
    if (properName.isEmpty()) {
      return new Registration.NameInvalid();
    }
    Optional<PasswordRefusal> refusal =
        password.flatMap(p -> PasswordRules.refusal(p, phone.e164(), false));
    if (refusal.isPresent()) {
      return new Registration.PasswordRefused(refusal.get());
    }
    Optional<String> hash = password.map(passwords::hash);
    Person person = new Person(new PersonId(ids.next()), properName.get(), phone);
    return transaction.execute(status -> insert(person, hash));
  }

  private Registration insert(Person person, Optional<String> hash) {
    if (!tables.insert(person, clock.instant())) {
      return new Registration.PhoneTaken();
    }
    hash.ifPresent(h -> passwords.set(person.id().value(), h, true));
    audit.record(
        "person", person.id().value(), null, "person.create", person.id().text(), "done", null);
    return new Registration.Registered(person);
  }
}
