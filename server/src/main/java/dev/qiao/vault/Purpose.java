package dev.qiao.vault;

import java.time.Period;
import java.util.Locale;

/**
 * What the platform seals for a while, without asking whose it is, and for how long its key lives.
 * Each day has a key of its own.
 */
public enum Purpose {
  /** The stored answer of an idempotency key. */
  ANSWER(Period.ofDays(4)),
  /** A phone to which a code was sent, or which has signed up halfway. */
  CODE(Period.ofDays(3)),
  /** Who applied for a wallet to be opened again, and where they are reached. */
  RECOVERY(Period.ofDays(60)),
  /** A message that waits to leave, or lies in the sandbox inbox. */
  MESSAGE(Period.ofDays(3)),
  /** The address and device of a session. */
  SESSION(Period.ofDays(90)),
  /** The network address in an entry of the audit trail: as long as the law wants such records. */
  TRAIL(Period.ofYears(10));

  private final Period life;

  Purpose(Period life) {
    this.life = life;
  }

  Period life() {
    return life;
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
