package dev.qiao.bank;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the sandbox bank does with every order on one of its accounts. */
public enum SandboxBehaviour {
  /** Says yes after a moment. */
  SUCCEEDS,
  /** Says no after a moment. */
  DECLINES,
  /** Says yes, but only when one has begun to wonder. */
  ANSWERS_LATE,
  /** Says yes, and then once more. */
  ANSWERS_TWICE,
  /** Says nothing; asked, it knows after a while. */
  SILENT;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SandboxBehaviour of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
