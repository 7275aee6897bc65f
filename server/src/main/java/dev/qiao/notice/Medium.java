package dev.qiao.notice;

import java.util.Locale;

/** What kind of address a message goes to. */
public enum Medium {
  PHONE,
  EMAIL;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Medium of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
