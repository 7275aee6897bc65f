package dev.qiao.identity;

import dev.qiao.api.AuditTrail;
import dev.qiao.identity.Attempts.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Payment PINs: six digits that confirm a person's payments. Every fifth wrong one locks, each time
 * for longer.
 */
@Component
public class Pins {
  static final int TRIES = 5;
  private static final Duration LOCK = Duration.ofMinutes(15);
  private static final Duration LOCK_MAX = Duration.ofHours(24);

  /** What became of a PIN to be set. */
  public sealed interface PinSetting {
    record PinSet() implements PinSetting {}

    /** Not six digits. */
    record Malformed() implements PinSetting {}

    record TooSimple() implements PinSetting {}

    /** An operator has locked the one before meanwhile. */
    record Blocked() implements PinSetting {}

    /** There is one already: it takes the old one or a code to change it. */
    record AlreadySet() implements PinSetting {}
  }

  private final CredentialTables tables;
  private final Hashes hashes;
  private final CredentialKey key;
  private final Attempts attempts;
  private final AuditTrail audit;
  private final InstantSource clock;

  Pins(
      CredentialTables tables,
      Hashes hashes,
      CredentialKey key,
      Attempts attempts,
      AuditTrail audit,
      InstantSource clock) {
    this.tables = tables;
    this.hashes = hashes;
    this.key = key;
    this.attempts = attempts;
    this.audit = audit;
    this.clock = clock;
  }

  public boolean isSet(PersonId person) {
    return tables.pin(person).isPresent();
  }

  /**
   * Looks at a PIN, counting the try first. Commits on its own: call it outside the transaction it
   * permits.
   */
  public PinCheck verify(PersonId person, String pin) {
    Instant now = clock.instant();
    Optional<Instant> here = attempts.takeHere(Limit.PIN_FROM_DEVICE);
    if (here.isPresent()) {
      return new PinCheck.Locked(here.get());
    }
    var counted = tables.countTry(person, now, TRIES, LOCK.toSeconds(), LOCK_MAX.toSeconds());
    if (counted.isEmpty()) {
      return tables.pin(person).map(row -> closed(row, now)).orElseGet(PinCheck.NotSet::new);
    }
    var row = counted.get();
    if (PinRules.isSixDigits(pin) && matches(pin, row)) {
      if (!row.peppered()) {
        tables.pepper(person, row.hash(), hash(pin));
      }
      tables.forgetTries(person);
      attempts.giveBackHere(Limit.PIN_FROM_DEVICE);
      return new PinCheck.Verified();
    }
    if (row.lockedUntil() == null) {
      return new PinCheck.Wrong(TRIES - row.tries() % TRIES);
    }
    audit.record(
        "person", person.value(), null, "pin.locked", person.text(), "locked", "pin_wrong");
    return new PinCheck.Locked(row.lockedUntil());
  }

  private static PinCheck closed(CredentialTables.PinRow row, Instant now) {
    return row.blocked()
        ? new PinCheck.Blocked()
        : new PinCheck.Locked(row.lockedUntil() == null ? now : row.lockedUntil());
  }

  /**
   * Whether this PIN opens the wallet as a second factor, counting the try first. Whether there is
   * none, or it is locked, is not told apart from a wrong one, and takes as long.
   */
  boolean opens(PersonId person, String pin) {
    Instant now = clock.instant();
    var counted = tables.countTry(person, now, TRIES, LOCK.toSeconds(), LOCK_MAX.toSeconds());
    String hash = counted.map(CredentialTables.PinRow::hash).orElse(null);
    boolean peppered = counted.map(CredentialTables.PinRow::peppered).orElse(true);
    boolean right = hashes.matches(peppered ? key.peppered(pin) : pin, hash);
    if (right) {
      tables.forgetTries(person);
    } else if (counted.isPresent() && counted.get().lockedUntil() != null) {
      audit.record(
          "person", person.value(), null, "pin.locked", person.text(), "locked", "pin_wrong");
    }
    return right;
  }

  /** A PIN has a million values: without the key a copy of the hash is not worth guessing at. */
  private String hash(String pin) {
    return hashes.hash(key.peppered(pin));
  }

  private boolean matches(String pin, CredentialTables.PinRow row) {
    return hashes.matches(row.peppered() ? key.peppered(pin) : pin, row.hash());
  }

  /** Sets a person's first PIN. */
  public PinSetting setFirst(Person person, String pin) {
    Optional<PinSetting> refused = refusal(person, pin);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (isSet(person.id()) || !tables.insertPin(person.id(), hash(pin), clock.instant())) {
      return new PinSetting.AlreadySet();
    }
    return set(person);
  }

  /**
   * Sets another PIN, and opens a locked one; the caller has made sure that it is the person who
   * asks.
   */
  PinSetting change(Person person, String pin, boolean unlock) {
    Optional<PinSetting> refused = refusal(person, pin);
    if (refused.isPresent()) {
      return refused.get();
    }
    return tables.changePin(person.id(), hash(pin), unlock, clock.instant())
        ? set(person)
        : new PinSetting.Blocked();
  }

  /** Why this person may not have this PIN, if there is a reason. */
  Optional<PinSetting> refusal(Person person, String pin) {
    if (!PinRules.isSixDigits(pin)) {
      return Optional.of(new PinSetting.Malformed());
    }
    return PinRules.isTooSimple(pin, person.phone())
        ? Optional.of(new PinSetting.TooSimple())
        : Optional.empty();
  }

  private PinSetting set(Person person) {
    audit.record("person", person.id().value(), null, "pin.set", person.id().text(), "done", null);
    return new PinSetting.PinSet();
  }
}
