package dev.qiao.notice;

import java.util.Locale;

/** A kind of message; its words belong to the channel that carries it. */
public enum Template {
  /**
   * Parameters: {@code code}, and {@code purpose} as {@code sign_in}, {@code reset_pin} or {@code
   * confirm}.
   */
  ONE_TIME_CODE,

  /**
   * Something about the person's wallet changed, or waits for them. Parameters: {@code what} (a
   * change of a credential, or {@code movement_held}, {@code wallet_frozen}, {@code
   * wallet_thawing}, {@code wallet_thawed}), {@code link} that freezes the wallet, {@code amount}
   * of what is held, {@code until} as day and time.
   */
  SECURITY_NOTICE;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
