package dev.qiao.protection;

import java.util.Locale;

/** Why something was decided. */
enum Reason {
  WALLET_FROZEN,
  NEW_DEVICE,
  PHONE_CHANGED,
  CREDENTIAL_CHANGED,
  UNUSUAL_AMOUNT,
  NEW_PAYEE;

  /** The form outside. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
