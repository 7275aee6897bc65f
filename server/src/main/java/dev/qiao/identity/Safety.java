package dev.qiao.identity;

import dev.qiao.api.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether somebody else may have taken a person's wallet over: what is known of its opening. */
@Component
public class Safety {
  private static final Set<CredentialChange> MAKES_CODES_WORTHLESS =
      Set.of(
          CredentialChange.PHONE_CHANGED,
          CredentialChange.EMAIL_REMOVED,
          CredentialChange.PIN_RESET,
          CredentialChange.RECOVERED);

  private final SessionTables sessions;
  private final CredentialChanges changes;
  private final InstantSource clock;
  private final Duration within;

  /**
   * @param within how long a device is new, and a change recent
   */
  Safety(
      SessionTables sessions,
      CredentialChanges changes,
      InstantSource clock,
      @Value("${qiao.protection.recent:P7D}") Duration within) {
    this.sessions = sessions;
    this.changes = changes;
    this.clock = clock;
    this.within = within;
  }

  /**
   * Whether a person is on a device that they have not had for long. After a wallet was recovered
   * all are.
   */
  public boolean onNewDevice(Caller person) {
    return sessions
            .newDeviceSince(new SessionId(person.session()))
            .filter(this::isRecent)
            .isPresent()
        || changes.since(person.party(), recent()).contains(CredentialChange.RECOVERED);
  }

  /** The recent changes by which somebody else can have come in. */
  public Set<CredentialChange> signals(UUID person) {
    Set<CredentialChange> recent = EnumSet.noneOf(CredentialChange.class);
    recent.addAll(changes.since(person, recent()));
    recent.retainAll(CredentialChange.SIGNALS);
    return recent;
  }

  /**
   * Whether a code that is sent to the person is worth something beside their PIN. Not when where
   * it goes is new, nor when the PIN was reset by such a code: then both are one thing.
   */
  public boolean codeCounts(UUID person) {
    return Collections.disjoint(changes.since(person, recent()), MAKES_CODES_WORTHLESS);
  }

  /** Whether something of that time is to be looked at with care. */
  boolean isRecent(Instant at) {
    return recent().isBefore(at);
  }

  private Instant recent() {
    return clock.instant().minus(within);
  }
}
