package dev.qiao.notice;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON with places to fill in. It is filled as a tree, never as text, so that nothing that is
 * filled in can become structure.
 */
final class JsonTemplate {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  private final JsonNode template;
  private final ObjectMapper json;

  private JsonTemplate(JsonNode template, ObjectMapper json) {
    this.template = template;
    this.json = json;
  }

  /**
   * @throws IllegalArgumentException when the text is no JSON, or names a place that does not exist
   */
  static JsonTemplate parse(String text, ObjectMapper json) {
    try {
      JsonTemplate template = new JsonTemplate(json.readTree(text), json);
      template.filled(template.template, Values.EXAMPLE);
      return template;
    } catch (JacksonException notJson) {
      throw new IllegalArgumentException("it is not JSON", notJson);
    }
  }

  byte[] fill(Message message, String platform) {
    return json.writeValueAsBytes(filled(template, Values.of(message, platform)));
  }

  private JsonNode filled(JsonNode node, Map<String, String> values) {
    if (node.isObject()) {
      ObjectNode object = json.createObjectNode();
      node.properties().forEach(p -> object.set(p.getKey(), filled(p.getValue(), values)));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = json.createArrayNode();
      node.forEach(item -> array.add(filled(item, values)));
      return array;
    }
    return node.isString()
        ? json.getNodeFactory().stringNode(filled(node.asString(), values))
        : node;
  }

  private static String filled(String text, Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
  }

  private static String value(String name, Map<String, String> values) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no {" + name + "}");
    }
    return value;
  }

  /** What the places stand for. */
  private static final class Values {
    static final Map<String, String> EXAMPLE =
        Map.of(
            "phone",
            "",
            "digits",
            "",
            "text",
            "",
            "code",
            "",
            "purpose",
            "",
            "language",
            "",
            "id",
            "");

    static Map<String, String> of(Message message, String platform) {
      Map<String, String> values = new TreeMap<>(EXAMPLE);
      values.putAll(message.parameters());
      values.put("phone", message.to().address());
      values.put("digits", message.to().address().replaceAll("\\D", ""));
      values.put("text", Wording.of(message, platform).text());
      values.put("language", message.to().language().getLanguage().toLowerCase(Locale.ROOT));
      values.put("id", message.id().toString());
      return values;
    }
  }
}
