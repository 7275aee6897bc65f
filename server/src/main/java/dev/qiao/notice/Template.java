package dev.qiao.notice;

import java.util.Locale;

/** A kind of message; its words belong to the channel that carries it. */
public enum Template {
  /** Parameters: {@code code}, and {@code purpose} as {@code sign_in} or {@code reset_pin}. */
  ONE_TIME_CODE,
  /**
   * How a wallet opens has changed, or is about to. Parameters: {@code change}, and {@code link} to
   * stop it where that is possible.
   */
  ACCOUNT_CHANGE,

  /**
   * What became of showing who one is. Parameters: {@code outcome} as {@code approved}, {@code
   * more_needed}, {@code refused} or {@code expired}, {@code tier} and {@code tier_en}.
   */
  VERIFICATION;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
