package dev.qiao.notice;

import java.util.Locale;

/** A kind of message; its words belong to the channel that carries it. */
public enum Template {
  /** Parameters: {@code code}, and {@code purpose} as {@code sign_in} or {@code reset_pin}. */
  ONE_TIME_CODE,
  /**
   * What became of showing who one is. Parameters: {@code outcome} as {@code approved}, {@code
   * more_needed}, {@code refused} or {@code expired}, {@code tier} and {@code tier_en}.
   */
  VERIFICATION;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
