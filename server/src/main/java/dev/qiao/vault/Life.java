package dev.qiao.vault;

import java.util.Locale;

/** How long a person's key lives. */
public enum Life {
  /** Until the person asks to be erased. */
  ERASABLE,
  /** Until the date before which the law does not let us destroy it. */
  RETAINED;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
