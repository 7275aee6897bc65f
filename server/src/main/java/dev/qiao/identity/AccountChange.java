package dev.qiao.identity;

import java.util.Locale;

/** What a person is told on every contact, since it may have been somebody else. */
enum AccountChange {
  PIN_RESET,
  PASSWORD_SET,
  PHONE_CHANGED,
  PHONE_WAITING,
  PHONE_LOST,
  EMAIL_ADDED,
  EMAIL_REMOVED,
  EMAIL_LOST,
  RECOVERY_WAITING,
  RECOVERY_APPROVED,
  RECOVERY_REFUSED,
  RECOVERY_CANCELLED,
  RECOVERED;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
