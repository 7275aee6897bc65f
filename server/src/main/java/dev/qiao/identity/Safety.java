package dev.qiao.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether somebody else may have taken a person's wallet over: what is known of its opening. */
@Component
public class Safety {
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

  /** Whether the session is on a device that its person has not had for long. */
  public boolean onNewDevice(UUID session) {
    return sessions.newDeviceSince(new SessionId(session)).filter(recent()::isBefore).isPresent();
  }

  /** The recent changes by which somebody else can have come in. */
  public Set<CredentialChange> signals(UUID person) {
    Set<CredentialChange> recent = EnumSet.noneOf(CredentialChange.class);
    recent.addAll(changes.since(person, recent()));
    recent.retainAll(CredentialChange.SIGNALS);
    return recent;
  }

  /**
   * Whether a code to the person's phone is worth something beside their PIN. Not when the number
   * is new, nor when the PIN was reset by a code to it: then both are one thing, the phone.
   */
  public boolean codeCounts(UUID person) {
    Set<CredentialChange> recent = changes.since(person, recent());
    return !recent.contains(CredentialChange.PHONE_CHANGED)
        && !recent.contains(CredentialChange.PIN_RESET);
  }

  /** Whether something of that time is to be looked at with care. */
  boolean isRecent(Instant at) {
    return recent().isBefore(at);
  }

  private Instant recent() {
    return clock.instant().minus(within);
  }
}
