package dev.qiao.verification;

import dev.qiao.api.Events;
import dev.qiao.decision.Pack;
import dev.qiao.identity.ContactBook;
import dev.qiao.identity.PersonId;
import dev.qiao.ids.Ids;
import dev.qiao.notice.Notices;
import dev.qiao.notice.Recipient;
import dev.qiao.notice.Template;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells a person what became of showing who they are: on their screens, and by a message. */
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
  void tell(UUID person, VerificationId request, String outcome, Pack.Tier tier) {
    Instant now = clock.instant();
    PersonId id = new PersonId(person);
    events.tellPerson(person, "verification.changed", request, now, outcome);
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
