package dev.qiao.decision;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A document that shows who somebody is. */
public enum Evidence {
  ID_FRONT,
  ID_BACK,
  SELFIE,
  PROOF_OF_ADDRESS;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Evidence> find(String text) {
    return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
