package dev.qiao.ledger;

import java.util.Map;

/** Attributes as a JSON object. */
final class JsonText {
  private JsonText() {}

  static String of(Map<String, String> attributes) {
    StringBuilder text = new StringBuilder("{");
    attributes.forEach(
        (key, value) -> {
          quote(text.length() == 1 ? text : text.append(','), key);
          quote(text.append(':'), value);
        });
    return text.append('}').toString();
  }

  private static void quote(StringBuilder text, String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
