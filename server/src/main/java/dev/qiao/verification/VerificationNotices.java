package dev.qiao.verification;

import dev.qiao.api.Events;
import dev.qiao.decision.Pack;
import dev.qiao.identity.People;
import dev.qiao.identity.PersonId;
import dev.qiao.ids.Ids;
import dev.qiao.notice.Notices;
import dev.qiao.notice.Recipient;
import dev.qiao.notice.Template;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells a person what became of showing who they are: on their screens, and by a message. */
@Component
class VerificationNotices {
  private static final Duration WORTH_SENDING = Duration.ofDays(1);

  private final People people;
  private final Notices notices;
  private final Events events;
  private final Ids ids;
  private final InstantSource clock;

  VerificationNotices(People people, Notices notices, Events events, Ids ids, InstantSource clock) {
    this.people = people;
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
    people
        .find(id)
        .ifPresent(
            who ->
                notices.send(
                    ids.next(),
                    Recipient.phone(
                        who.phone().e164(),
                        who.phone().masked(),
                        people
                            .language(id)
                            .map(Locale::forLanguageTag)
                            .orElse(Locale.SIMPLIFIED_CHINESE)),
                    Template.VERIFICATION,
                    Map.of("outcome", outcome, "tier", tier.name(), "tier_en", tier.nameEn()),
                    java.util.Optional.empty(),
                    now.plus(WORTH_SENDING)));
  }

  void wake() {
    events.wake();
    notices.wake();
  }
}
