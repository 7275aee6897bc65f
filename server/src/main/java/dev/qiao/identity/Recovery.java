package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody's wish to have a wallet opened again, or to be known by another phone.
 *
 * @param person whose wallet; nobody's where there is none
 * @param contact where whoever applied is reached, if they have shown any; the phone that waits
 * @param name as whoever applied has written it
 * @param knownDevice whether it came from a browser that the person has signed in from
 * @param dueAt from when it may be completed
 * @param checks what an operator has checked
 */
record Recovery(
    RecoveryId id,
    Kind kind,
    PersonId person,
    State state,
    Optional<Contact> contact,
    Optional<String> name,
    boolean knownDevice,
    Instant appliedAt,
    Instant dueAt,
    Instant expiresAt,
    List<String> checks,
    Optional<String> reference) {

  /** What is waited for. */
  enum Kind {
    LOST_EVERYTHING,
    CHANGE_PHONE;

    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far it has come; what has ended stays so. */
  enum State {
    WAITING,
    /** An operator is satisfied; it may still have to wait. */
    APPROVED,
    COMPLETED,
    REFUSED,
    /** By the person, from a device or by a link. */
    CANCELLED,
    EXPIRED;

    @JsonValue
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What it is by now: expiry needs nobody to write it down. */
  State state(Instant now) {
    boolean open = state == State.WAITING || state == State.APPROVED;
    return open && !now.isBefore(expiresAt) ? State.EXPIRED : state;
  }

  @Override
  public String toString() {
    return id + " " + state;
  }
}
