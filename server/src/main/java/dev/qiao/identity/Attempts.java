package dev.qiao.identity;

import dev.qiao.vault.BlindIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/**
 * Limits on guessing that hold across instances and parallel requests: an attempt is counted before
 * it is looked at. Counts concern a login, a phone or an address, whether or not it is known here.
 */
@Component
class Attempts {
  /** What is counted, how often it may happen, and within which time from its first. */
  enum Limit {
    PASSWORD_OF_LOGIN(5, Duration.ofMinutes(15)),
    SIGN_IN_FROM_ADDRESS(100, Duration.ofMinutes(15)),
    CODE_TO_PHONE(10, Duration.ofHours(1)),
    CODE_FROM_ADDRESS(60, Duration.ofHours(1)),
    TOKEN_FROM_ADDRESS(100, Duration.ofMinutes(15)),
    SECOND_FACTOR_OF_PARTY(10, Duration.ofMinutes(15)),
    PROOF_OF_PARTY(10, Duration.ofMinutes(15)),
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
