package dev.qiao.verification;

import dev.qiao.api.Events;
import dev.qiao.decision.Pack;
import dev.qiao.identity.ContactBook;
import dev.qiao.identity.PersonId;
import dev.qiao.identity.Subject;
import dev.qiao.ids.Ids;
import dev.qiao.notice.Notices;
import dev.qiao.notice.Recipient;
import dev.qiao.notice.Template;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Tells what became of a request: a person on their screens and by a message, a business on its
 * till.
 */
@Component
class VerificationNotices {
  private static final Duration WORTH_SENDING = Duration.ofDays(1);

  private final ContactBook contacts;
  private final Notices notices;
  private final Events events;
  private final Ids ids;
  private final InstantSource clock;

  VerificationNotices(
      ContactBook contacts, Notices notices, Events events, Ids ids, InstantSource clock) {
    this.contacts = contacts;
    this.notices = notices;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** In the transaction at hand; {@link #wake} after its commit. */
  void tell(Subject subject, VerificationId request, String outcome, Pack.Tier tier) {
    switch (subject.kind()) {
      case PERSON -> tell(new PersonId(subject.value()), request, outcome, tier);
      case BUSINESS ->
          events.tellMerchant(
              subject.value(), "verification.changed", request, clock.instant(), outcome);
    }
  }

  private void tell(PersonId id, VerificationId request, String outcome, Pack.Tier tier) {
    Instant now = clock.instant();
    events.tellPerson(id.value(), "verification.changed", request, now, outcome);
    for (Recipient recipient : contacts.recipients(id)) {
      notices.send(
          ids.next(),
          recipient,
          Template.VERIFICATION,
          Map.of("outcome", outcome, "tier", tier.name(), "tier_en", tier.nameEn()),
          Optional.empty(),
          now.plus(WORTH_SENDING));
    }
  }

  void wake() {
    events.wake();
    notices.wake();
  }
}
