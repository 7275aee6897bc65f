package dev.qiao.attack;

import dev.qiao.ids.TypeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API as its committed description has it, which another test keeps in step with the code: a
 * new operation is attacked without being named.
 */
final class Api {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path DOCUMENT = Path.of("../docs/reference/openapi.json");
  private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
  private static final JsonNode ROOT = read();

  private Api() {}

  static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    ROOT.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        one ->
                            operations.add(
                                operation(path.getKey(), one.getKey(), one.getValue()))));
    return operations;
  }

  private static Operation operation(String path, String method, JsonNode described) {
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        described.path("operationId").asString(),
        PLACE.matcher(path).results().map(place -> place.group(1)).toList(),
        resolve(described.at("/requestBody/content/application~1json/schema")),
        described
            .path("parameters")
            .valueStream()
            .anyMatch(parameter -> parameter.path("name").asString().equals("Idempotency-Key")),
        described.path("x-permission").asString(""),
        described.at("/responses/200/content").has("text/event-stream"));
  }

  /** The names of what an operation takes in its query. */
  static List<String> query(Operation operation) {
    return ROOT.path("paths")
        .path(operation.path())
        .path(operation.method().toLowerCase(Locale.ROOT))
        .path("parameters")
        .valueStream()
        .filter(parameter -> parameter.path("in").asString().equals("query"))
        .map(parameter -> parameter.path("name").asString())
        .toList();
  }

  /** Everything that a body of this schema may hold, filled with what is plausible. */
  static ObjectNode example(Operation operation) {
    return (ObjectNode) example("", operation.body());
  }

  private static JsonNode example(String name, JsonNode schema) {
    JsonNode described = resolve(schema);
    if (described.has("oneOf")) {
      return example(name, described.path("oneOf").path(0));
    }
    if (described.has("properties")) {
      ObjectNode object = JSON.createObjectNode();
      described
          .path("properties")
          .properties()
          .forEach(field -> object.set(field.getKey(), example(field.getKey(), field.getValue())));
      return object;
    }
    if (described.has("enum")) {
      return described.path("enum").path(0);
    }
    return switch (type(described)) {
      case "integer" -> JSON.getNodeFactory().numberNode(1);
      case "boolean" -> JSON.getNodeFactory().booleanNode(true);
      case "array" -> JSON.createArrayNode().add(example(name, described.path("items")));
      default ->
          JSON.getNodeFactory()
              .stringNode(
                  switch (name) {
                    case "pin", "current_pin" -> "258046";
                    case "confirmation_id" -> new TypeId("cfm", UUID.randomUUID()).toString();
                    case "currency" -> "CNY";
                    case "phone" -> "13700000000";
                    case "language" -> "en";
                    case "role" -> "cashier";
                    case "category" -> "cafe";
                    case "level" -> "stopped";
                    default -> "x";
                  });
    };
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asString("") : type.asString("");
  }

  static JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : ROOT.at(reference.substring(1));
  }

  private static JsonNode read() {
    try {
      return JSON.readTree(Files.readString(DOCUMENT));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
