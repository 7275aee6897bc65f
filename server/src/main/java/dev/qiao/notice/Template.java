package dev.qiao.notice;

import java.util.Locale;

/** A kind of message; its words belong to the channel that carries it. */
public enum Template {
  /** Parameters: {@code code}, and {@code purpose} as {@code sign_in} or {@code reset_pin}. */
  ONE_TIME_CODE,

  /**
   * Somebody says that a wallet, or its phone or email, is theirs. Parameters: {@code change}, and
   * {@code link} to stop it where that is possible.
   */
  ACCOUNT_CHANGE,

  /**
   * Something about the person's wallet changed, or waits for them. Parameters: {@code what} (a
   * change of a credential, or {@code movement_held}, {@code wallet_frozen}, {@code
   * wallet_thawing}, {@code wallet_thawed}, {@code limit_raised}, {@code limit_lowered}), {@code
   * link} that freezes the wallet, {@code amount} of what is held, {@code until} as day and time.
   * Of a limit: {@code counts} and {@code span} as in its pack, {@code amount} unless there is none
   * any more, {@code until} as day where it has an end.
   */
  SECURITY_NOTICE,

  /**
   * What became of showing who one is. Parameters: {@code outcome} as {@code approved}, {@code
   * more_needed}, {@code refused} or {@code expired}, {@code tier} and {@code tier_en}.
   */
  VERIFICATION;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
