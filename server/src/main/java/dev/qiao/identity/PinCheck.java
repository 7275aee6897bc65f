package dev.qiao.identity;

import java.time.Instant;

/** What a payment PIN was found to be. */
public sealed interface PinCheck {
  record Verified() implements PinCheck {}

  /** The person has not chosen one yet. */
  record NotSet() implements PinCheck {}

  /** Wrong; {@code left} more tries before it locks. */
  record Wrong(int left) implements PinCheck {}

  /** Too many wrong ones: not looked at until then. */
  record Locked(Instant until) implements PinCheck {}

  /** An operator has locked it: not looked at. */
  record Blocked() implements PinCheck {}
}
