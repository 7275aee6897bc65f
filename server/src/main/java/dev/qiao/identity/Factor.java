package dev.qiao.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody can show to be who they say. */
enum Factor {
  PASSWORD,
  /** A one-time code sent to the phone. */
  CODE,
  /** A passkey whose authenticator asked who holds it: two factors at once. */
  PASSKEY,
  /** A code of an authenticator app. */
  TOTP,
  RECOVERY_CODE,
  /** The payment PIN of a person. */
  PIN,
  /** The link of an invitation. */
  INVITATION,
  /** A recovery that has waited and was looked at. */
  RECOVERY;

  @JsonValue
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Factor> find(String text) {
    return Stream.of(values()).filter(factor -> factor.text().equals(text)).findFirst();
  }
}
