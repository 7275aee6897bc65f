package dev.qiao.identity;

import java.util.Locale;

/** What somebody else says about whose a wallet, a phone or an email is; its person is told. */
enum AccountChange {
  PHONE_WAITING,
  PHONE_LOST,
  EMAIL_LOST,
  RECOVERY_WAITING,
  RECOVERY_APPROVED,
  RECOVERY_REFUSED,
  RECOVERY_CANCELLED;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
