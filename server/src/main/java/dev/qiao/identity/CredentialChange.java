package dev.qiao.identity;

import java.util.Locale;
import java.util.Set;

/** What can change about the ways in which a person's wallet is opened. */
public enum CredentialChange {
  /** Somebody signed in from a browser that was not known, when others were. */
  DEVICE_ADDED,
  PASSKEY_ADDED,
  PASSKEY_REMOVED,
  /** Set, changed, or set anew after it was forgotten. */
  PASSWORD_CHANGED,
  /** The first one. */
  PIN_SET,
  PIN_CHANGED,
  /** Set anew by somebody who did not show the old one. */
  PIN_RESET,
  AUTHENTICATOR_ADDED,
  AUTHENTICATOR_REMOVED,
  RECOVERY_CODES_RENEWED,
  PHONE_CHANGED,
  EMAIL_ADDED,
  EMAIL_REMOVED,
  /** Opened again by somebody who had lost all that opened it. */
  RECOVERED,
  /** By an operator, as all that follow. */
  DEVICE_LOCKED,
  DEVICE_UNLOCKED,
  PASSKEY_LOCKED,
  PASSKEY_UNLOCKED,
  PASSWORD_LOCKED,
  PASSWORD_UNLOCKED,
  PIN_LOCKED,
  PIN_UNLOCKED,
  AUTHENTICATOR_LOCKED,
  AUTHENTICATOR_UNLOCKED;

  /** Those by which somebody else can have taken the wallet over. */
  public static final Set<CredentialChange> SIGNALS =
      Set.of(
          PASSKEY_ADDED,
          PASSWORD_CHANGED,
          PIN_RESET,
          AUTHENTICATOR_REMOVED,
          PHONE_CHANGED,
          EMAIL_ADDED,
          RECOVERED);

  /** The form in which it is kept. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CredentialChange locked(WayIn.Kind kind) {
    return switch (kind) {
      case DEVICE -> DEVICE_LOCKED;
      case PASSKEY -> PASSKEY_LOCKED;
      case PASSWORD -> PASSWORD_LOCKED;
      case PIN -> PIN_LOCKED;
      case AUTHENTICATOR -> AUTHENTICATOR_LOCKED;
    };
  }

  static CredentialChange unlocked(WayIn.Kind kind) {
    return switch (kind) {
      case DEVICE -> DEVICE_UNLOCKED;
      case PASSKEY -> PASSKEY_UNLOCKED;
      case PASSWORD -> PASSWORD_UNLOCKED;
      case PIN -> PIN_UNLOCKED;
      case AUTHENTICATOR -> AUTHENTICATOR_UNLOCKED;
    };
  }

  static CredentialChange of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
