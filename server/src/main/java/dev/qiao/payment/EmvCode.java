package dev.qiao.payment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An EMVCo merchant-presented code (EMV QRCPS-MPM 1.1): data objects of a two-digit tag, a
 * two-digit length in characters and a value, closed by a CRC. Tags 26 to 51, 62 and 64 are
 * templates, which hold data objects themselves.
 *
 * @param values the data objects in their order, without the CRC
 */
public record EmvCode(Map<String, String> values) {
  private static final int VALUE_MAX = 99;
  private static final int TEXT_MAX = 512;

  public EmvCode {
    values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** What became of reading a text. */
  public sealed interface Reading {
    /** It is a whole EMV code. */
    record Read(EmvCode code) implements Reading {}

    /** It looks like one, but its check sum or structure is broken. */
    record Damaged() implements Reading {}

    /** It is something else. */
    record Foreign() implements Reading {}
  }

  /** Reads a scanned text. */
  public static Reading read(String text) {
    if (!text.startsWith("000201") || text.length() > TEXT_MAX) {
      return new Reading.Foreign();
    }
    int crcAt = text.length() - 8;
    if (crcAt < 0 || !text.startsWith("6304", crcAt)) {
      return new Reading.Damaged();
    }
    String expected = "%04X".formatted(crc(text.substring(0, crcAt + 4)));
    if (!expected.equalsIgnoreCase(text.substring(crcAt + 4))) {
      return new Reading.Damaged();
    }
    return objects(text.substring(0, crcAt))
        .<Reading>map(values -> new Reading.Read(new EmvCode(values)))
        .orElseGet(Reading.Damaged::new);
  }

  /** A value, or the inside of a template. */
  public Optional<String> value(String tag) {
    return Optional.ofNullable(values.get(tag));
  }

  /** A value inside a template. */
  public Optional<String> value(String template, String tag) {
    return value(template).flatMap(EmvCode::objects).map(inside -> inside.get(tag));
  }

  /** The text that a code is drawn from. */
  public String text() {
    String body = join(values) + "6304";
    return body + "%04X".formatted(crc(body));
  }

  /** The inside of a template. */
  static String join(Map<String, String> objects) {
    StringBuilder text = new StringBuilder();
    objects.forEach(
        (tag, value) -> {
          int length = value.codePointCount(0, value.length());
          if (length > VALUE_MAX) {
            throw new IllegalArgumentException("Too long for tag " + tag);
          }
          text.append(tag).append("%02d".formatted(length)).append(value);
        });
    return text.toString();
  }

  /**
   * Splits data objects; empty when a length does not fit or a tag stands twice. Lengths count
   * characters, not bytes.
   */
  private static Optional<Map<String, String>> objects(String text) {
    List<Integer> points = new ArrayList<>(text.codePoints().boxed().toList());
    Map<String, String> objects = new LinkedHashMap<>();
    int at = 0;
    while (at < points.size()) {
      Optional<String> tag = digits(points, at);
      Optional<String> length = digits(points, at + 2);
      if (tag.isEmpty() || length.isEmpty()) {
        return Optional.empty();
      }
      int from = at + 4;
      int to = from + Integer.parseInt(length.get());
      if (to > points.size()) {
        return Optional.empty();
      }
      StringBuilder value = new StringBuilder();
      points.subList(from, to).forEach(value::appendCodePoint);
      if (objects.put(tag.get(), value.toString()) != null) {
        return Optional.empty();
      }
      at = to;
    }
    return Optional.of(objects);
  }

  private static Optional<String> digits(List<Integer> points, int at) {
    if (at + 2 > points.size()) {
      return Optional.empty();
    }
    int tens = points.get(at) - '0';
    int ones = points.get(at + 1) - '0';
    boolean both = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
    return both ? Optional.of("" + tens + ones) : Optional.empty();
  }

  /** CRC-16/CCITT-FALSE over the UTF-8 bytes. */
  static int crc(String text) {
    int crc = 0xFFFF;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      crc ^= (b & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
      }
    }
    return crc & 0xFFFF;
  }
}
