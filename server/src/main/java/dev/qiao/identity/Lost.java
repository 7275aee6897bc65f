package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a member of staff or an operator cannot show any more. */
public enum Lost {
  /** The password only: what else they have is asked for as before. */
  PASSWORD,
  /** The password, the authenticator and the passkeys. */
  EVERYTHING;

  /** The form outside. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Lost> find(String text) {
    return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
