package dev.qiao.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ServerTest;
import dev.qiao.TestBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the committed description of the API in step with the code. */
@ServerTest
class OpenApiTest {
  private static final Path DOCUMENT = Path.of("../docs/reference/openapi.json");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
          .build();

  @LocalServerPort private int port;

  @Test
  void theCommittedDescriptionIsWhatTheServerSays() throws IOException {
    String said = JSON.writeValueAsString(description()).replace("\r\n", "\n") + "\n";
    if (System.getProperty("qiao.write") != null) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, said);
    }
    assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
        .as(
            "The API has changed. Write its description anew: "
                + "mvn -pl server -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dqiao.write")
        .isEqualTo(said);
  }

  @Test
  void everyAnswerAndEveryRequestHasASchema() {
    for (JsonNode path : description().path("paths")) {
      for (JsonNode operation : path) {
        String name = operation.path("operationId").asString();
        operation.path("responses").properties().stream()
            .filter(
                response -> response.getKey().startsWith("2") && !response.getKey().equals("204"))
            .forEach(
                response ->
                    assertThat(schemas(response.getValue()))
                        .as(name)
                        .isNotEmpty()
                        .allMatch(OpenApiTest::saysWhat));
        assertThat(schemas(operation.path("requestBody"))).as(name).allMatch(OpenApiTest::saysWhat);
      }
    }
  }

  private static List<JsonNode> schemas(JsonNode message) {
    return message.path("content").valueStream().map(content -> content.path("schema")).toList();
  }

  private static boolean saysWhat(JsonNode schema) {
    return schema.has("$ref")
        || schema.has("items")
        || schema.has("oneOf")
        || schema.path("type").asString("").equals("string");
  }

  private JsonNode description() {
    ObjectNode description =
        (ObjectNode) new TestBrowser(port, "wallet").get("/v1/openapi.json").body();
    description.remove("servers"); // They hold the port of the moment.
    return description;
  }
}
