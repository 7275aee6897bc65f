package dev.qiao.identity;

import dev.qiao.identity.Sessions.Place;
import dev.qiao.vault.BlindIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Limits on guessing that hold across instances and parallel requests: an attempt is counted before
 * it is looked at. Counts concern a login, a contact, an address or a browser, whether or not it is
 * known here.
 */
@Component
class Attempts {
  /** What is counted, how often it may happen, and within which time from its first. */
  enum Limit {
    PASSWORD_OF_LOGIN(5, Duration.ofMinutes(15)),
    SIGN_IN_FROM_ADDRESS(100, Duration.ofMinutes(15)),
    SIGN_IN_FROM_DEVICE(30, Duration.ofMinutes(15)),
    CODE_TO_CONTACT(10, Duration.ofHours(1)),
    CODE_FROM_ADDRESS(60, Duration.ofHours(1)),
    CODE_FROM_DEVICE(20, Duration.ofHours(1)),
    TOKEN_FROM_ADDRESS(100, Duration.ofMinutes(15)),
    TOKEN_FROM_DEVICE(50, Duration.ofMinutes(15)),
    /**
     * Of a party; of the contact that was shown, where nobody must learn whether it is a party's.
     */
    SECOND_FACTOR_OF_PARTY(10, Duration.ofMinutes(15)),
    PROOF_OF_PARTY(10, Duration.ofMinutes(15)),
    /** Also across the wallets that are opened on one device. */
    PIN_FROM_DEVICE(20, Duration.ofMinutes(15)),
    PAYEE_FROM_DEVICE(60, Duration.ofHours(1)),
    RECOVERY_OF_CONTACT(3, Duration.ofHours(24)),
    RECOVERY_FROM_ADDRESS(20, Duration.ofHours(24)),
    RECOVERY_FROM_DEVICE(5, Duration.ofHours(24)),
    CHALLENGE_FROM_ADDRESS(300, Duration.ofMinutes(15));

    final int max;
    final Duration window;

    Limit(int max, Duration window) {
      this.max = max;
      this.window = window;
    }
  }

  /** Whether one more attempt may be made. */
  sealed interface Taken {
    /** Yes, and {@code left} more after it. */
    record Counted(int left) implements Taken {}

    /** No, not before that time. */
    record Exhausted(Instant until) implements Taken {}
  }

  private final AttemptTables tables;
  private final BlindIndex index;
  private final InstantSource clock;

  Attempts(AttemptTables tables, BlindIndex index, InstantSource clock) {
    this.tables = tables;
    this.index = index;
    this.clock = clock;
  }

  Taken take(Limit limit, String subject) {
    Instant now = clock.instant();
    var count = tables.count(key(limit, subject), now, now.plus(limit.window));
    return count.used() > limit.max
        ? new Taken.Exhausted(count.endsAt())
        : new Taken.Counted(limit.max - count.used());
  }

  /**
   * Counts one attempt for the address and for the browser that it comes from; says until when no
   * more may be made, if one of the two has had enough. A browser that keeps nothing is held by its
   * address alone.
   */
  Optional<Instant> takeAt(Place place, Limit address, Limit device) {
    Taken there = take(address, place.address());
    Taken here = place.known().map(token -> take(device, of(token))).orElse(there);
    return Stream.of(there, here)
        .filter(Taken.Exhausted.class::isInstance)
        .map(taken -> ((Taken.Exhausted) taken).until())
        .max(Instant::compareTo);
  }

  /** Takes back what {@link #takeAt} has counted. */
  void giveBackAt(Place place, Limit address, Limit device) {
    giveBack(address, place.address());
    place.known().ifPresent(token -> giveBack(device, of(token)));
  }

  /** Counts one for the browser whose request this is; nothing outside of a request. */
  Optional<Instant> takeHere(Limit device) {
    return Browser.current()
        .map(token -> take(device, of(token)))
        .filter(Taken.Exhausted.class::isInstance)
        .map(taken -> ((Taken.Exhausted) taken).until());
  }

  /** Takes back what {@link #takeHere} has counted. */
  void giveBackHere(Limit device) {
    Browser.current().ifPresent(token -> giveBack(device, of(token)));
  }

  private static String of(Token device) {
    return HexFormat.of().formatHex(device.hash());
  }

  /** Starts over: the secret was known after all. */
  void forget(Limit limit, String subject) {
    tables.forget(key(limit, subject));
  }

  /** Takes one attempt back. */
  void giveBack(Limit limit, String subject) {
    tables.giveBack(key(limit, subject));
  }

  /** There are few enough phones and addresses to guess them from a hash without a key. */
  private byte[] key(Limit limit, String subject) {
    return index.of("attempt", limit.name() + ':' + subject);
  }
}
