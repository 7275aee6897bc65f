package dev.qiao.channel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;

/** How, inside a channel, a payment arose. */
public enum Scene {
  APP,
  WEB,
  QR_STATIC,
  QR_DYNAMIC,
  PAY_CODE,
  LINK,
  DEVICE,
  AGENT,
  API;

  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a stored scene. */
  public static Scene of(String text) {
    return Stream.of(values()).filter(scene -> scene.text().equals(text)).findFirst().orElseThrow();
  }
}
