package dev.qiao.identity;

import dev.qiao.notice.Recipient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where a person can be told something. */
@Component
public class Contacts {
  private final PeopleTables people;
  private final CredentialChangeTables changes;
  private final InstantSource clock;

  Contacts(PeopleTables people, CredentialChangeTables changes, InstantSource clock) {
    this.people = people;
    this.changes = changes;
    this.clock = clock;
  }

  /** Every known contact, those that were the person's until lately too. */
  public List<Recipient> of(UUID person) {
    PersonId id = new PersonId(person);
    Optional<Person> found = people.find(List.of(id)).stream().findFirst();
    if (found.isEmpty()) {
      return List.of();
    }
    List<Phone> phones = new ArrayList<>(List.of(found.get().phone()));
    changes.former(person, clock.instant()).stream()
        .filter(former -> !phones.contains(former))
        .forEach(phones::add);
    Locale language = language(id);
    return phones.stream()
        .map(phone -> Recipient.phone(phone.e164(), phone.masked(), language))
        .toList();
  }

  /** The language in which the person reads. */
  private Locale language(PersonId id) {
    return people.language(id).map(Locale::forLanguageTag).orElse(Locale.SIMPLIFIED_CHINESE);
  }
}
