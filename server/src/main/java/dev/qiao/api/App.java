package dev.qiao.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A first-party app. Each keeps a session of its own, so that one browser can be signed in to all
 * three.
 */
public enum App {
  WALLET,
  MERCHANT,
  CONSOLE;

  /** The header in which a first-party app says which it is. */
  public static final String HEADER = "Qiao-App";

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name of its session cookie. */
  public String cookie() {
    return "qiao_" + text();
  }

  public static Optional<App> find(String text) {
    return Stream.of(values()).filter(app -> app.text().equals(text)).findFirst();
  }
}
