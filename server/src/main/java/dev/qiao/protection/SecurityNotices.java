package dev.qiao.protection;

import dev.qiao.api.PlatformClock;
import dev.qiao.decision.LimitSet;
import dev.qiao.identity.ContactBook;
import dev.qiao.identity.CredentialChange;
import dev.qiao.identity.CredentialChanged;
import dev.qiao.identity.PersonId;
import dev.qiao.ids.Ids;
import dev.qiao.money.Money;
import dev.qiao.notice.Notices;
import dev.qiao.notice.Recipient;
import dev.qiao.notice.Template;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells a person on every known contact that something about their wallet changed. Each message
 * carries a link of its own that freezes the wallet.
 */
@Component
class SecurityNotices {
  /** A message that is older than this helps nobody. */
  private static final Duration WORTH_SENDING = Duration.ofDays(1);

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final ContactBook contacts;
  private final FreezeLinks links;
  private final Notices notices;
  private final Ids ids;
  private final PlatformClock clock;

  SecurityNotices(
      ContactBook contacts, FreezeLinks links, Notices notices, Ids ids, PlatformClock clock) {
    this.contacts = contacts;
    this.links = links;
    this.notices = notices;
    this.ids = ids;
    this.clock = clock;
  }

  /** The first PIN is part of signing up, and no news. */
  @EventListener
  void on(CredentialChanged changed) {
    if (changed.what() != CredentialChange.PIN_SET) {
      tell(changed.person(), changed.what().text(), Optional.empty(), Optional.empty());
    }
  }

  @EventListener
  void on(LimitSet set) {
    Map<String, String> more = new HashMap<>();
    int colon = set.limit().indexOf(':');
    more.put("counts", set.limit().substring(0, colon));
    more.put("span", set.limit().substring(colon + 1));
    set.cap().ifPresent(cap -> more.put("amount", text(cap)));
    set.until().ifPresent(day -> more.put("until", day.toString()));
    send(set.person(), set.raised() ? "limit_raised" : "limit_lowered", more);
  }

  /** Tells in the transaction at hand; the messages leave after it. */
  void tell(UUID person, String what, Optional<Money> amount, Optional<Instant> until) {
    Map<String, String> more = new HashMap<>();
    amount.ifPresent(money -> more.put("amount", text(money)));
    until.ifPresent(at -> more.put("until", at.atZone(clock.zone()).format(DAY_AND_TIME)));
    send(person, what, more);
  }

  private void send(UUID person, String what, Map<String, String> more) {
    Instant now = clock.instant();
    for (Recipient to : contacts.recipientsOfWarnings(new PersonId(person))) {
      Map<String, String> told = new HashMap<>(more);
      told.put("what", what);
      told.put("link", links.make(person));
      notices.send(
          ids.next(),
          to,
          Template.SECURITY_NOTICE,
          Map.copyOf(told),
          Optional.empty(),
          now.plus(WORTH_SENDING));
    }
    notices.wake();
  }

  private static String text(Money money) {
    BigDecimal major = BigDecimal.valueOf(money.minor(), money.unit().exponent());
    return major.toPlainString() + " " + money.unit().code();
  }
}
