package dev.qiao.identity;

import dev.qiao.ids.Ids;
import dev.qiao.notice.Notices;
import dev.qiao.notice.Template;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells people on all that they are reached by what somebody says about their wallet. */
@Component
class AccountNotices {
  private static final Duration WORTH_SENDING = Duration.ofDays(1);

  private final PeopleTables people;
  private final ContactBook contacts;
  private final Notices notices;
  private final Ids ids;
  private final InstantSource clock;

  AccountNotices(
      PeopleTables people, ContactBook contacts, Notices notices, Ids ids, InstantSource clock) {
    this.people = people;
    this.contacts = contacts;
    this.notices = notices;
    this.ids = ids;
    this.clock = clock;
  }

  /** Tells a person on what they are reached by now. Belongs into the change's transaction. */
  void tell(PersonId person, AccountChange change) {
    tell(person, change, contacts.of(person), Optional.empty());
  }

  /**
   * Tells a person on these, which they may have lost by the same change.
   *
   * @param cancel the address at which it can be stopped
   */
  void tell(
      PersonId person,
      AccountChange change,
      Collection<? extends Contact> to,
      Optional<String> cancel) {
    Locale language =
        people.language(person).map(Locale::forLanguageTag).orElse(Locale.SIMPLIFIED_CHINESE);
    Map<String, String> parameters = new HashMap<>(Map.of("change", change.text()));
    cancel.ifPresent(link -> parameters.put("link", link));
    for (Contact contact : List.copyOf(to)) {
      notices.send(
          ids.next(),
          Recipients.of(contact, language),
          Template.ACCOUNT_CHANGE,
          parameters,
          Optional.empty(),
          clock.instant().plus(WORTH_SENDING));
    }
  }
}
