package dev.qiao.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Shop;
import dev.qiao.TestBrowser;
import dev.qiao.TestBrowser.Answer;
import dev.qiao.TownTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests that no page of ours sends, to every operation, by somebody who may use it. */
class ForgedRequestsTest extends TownTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** They begin without a session, so there is none to ride on; they demand the app's header. */
  private static final Set<String> WITHOUT_SESSION =
      Set.of(
          "POST /v1/freeze-links/use",
          "POST /v1/invitations/accept",
          "POST /v1/one-time-codes",
          "POST /v1/passkey-challenges",
          "POST /v1/people",
          "POST /v1/recoveries",
          "POST /v1/recoveries/cancel",
          "POST /v1/recoveries/complete",
          "POST /v1/recoveries/state",
          "POST /v1/sessions");

  /** What people would like to set for themselves. */
  private static final List<String> TEMPTING =
      List.of(
          "id",
          "state",
          "role",
          "balance",
          "created_at",
          "merchant_id",
          "person_id",
          "payer",
          "channel",
          "scene",
          "tier",
          "verified",
          "is_admin",
          "__proto__",
          "");

  private final Map<Role, TestBrowser> browsers = new EnumMap<>(Role.class);
  private Shop shop;

  @BeforeEach
  void open() {
    shop = town.shop("山岚咖啡", "Mist Coffee");
  }

  @Test
  void aWriteOfAnotherSiteIsRefused() {
    for (Operation operation : unsafe()) {
      TestBrowser browser = allowed(operation);
      String body = operation.takesBody() ? "{}" : "";
      if (WITHOUT_SESSION.contains(operation.toString())) {
        var bare = browser.write(operation.atNothing());
        Answer answer = browser.send(operation.on(bare.setHeader("Qiao-App", ""), body));
        assertThat(answer.code()).as(operation.toString()).isEqualTo("field_invalid");
        assertThat(answer.body().at("/parameters/field").asString()).isEqualTo("Qiao-App");
        continue;
      }
      for (String token : new String[] {"", "x", "0".repeat(43)}) {
        var forged = browser.write(operation.atNothing()).setHeader("Qiao-Csrf", token);
        Answer answer = browser.send(operation.on(forged, body));
        assertThat(answer.status()).as("%s with %s", operation, token).isEqualTo(403);
        assertThat(answer.code()).as("%s with %s", operation, token).isEqualTo("csrf_invalid");
      }
    }
  }

  @Test
  void fieldsThatAreNotOnesToSetAreRefusedByName() {
    for (Operation operation : withBody()) {
      ObjectNode example = Api.example(operation);
      for (String field : TEMPTING) {
        if (example.has(field)) {
          continue;
        }
        ObjectNode body = JSON.createObjectNode();
        body.put(field, "x");
        body.setAll(example);
        Answer answer = send(operation, body.toString());
        assertThat(answer.code()).as("%s with %s", operation, body).isEqualTo("field_unknown");
        assertThat(answer.body().at("/parameters/field").asString()).isEqualTo(field);
      }
      for (Map.Entry<String, JsonNode> part : example.properties()) {
        if (part.getValue() instanceof ObjectNode inner) {
          inner.put("zz", 1);
          Answer answer = send(operation, example.toString());
          assertThat(answer.code())
              .as("%s in %s", operation, part.getKey())
              .isEqualTo("field_unknown");
        }
      }
    }
  }

  @Test
  void aFieldGivenTwiceIsRefused() {
    for (Operation operation : withBody()) {
      ObjectNode example = Api.example(operation);
      String field = example.propertyNames().iterator().next();
      String twice =
          "{\"%s\":%s,%s".formatted(field, example.get(field), example.toString().substring(1));
      Answer answer = send(operation, twice);
      assertThat(answer.status()).as("%s: %s", operation, twice).isEqualTo(400);
      assertThat(answer.code()).as("%s: %s", operation, twice).isEqualTo("body_malformed");
    }
  }

  @Test
  void aFieldOfAnotherTypeIsTheCallersFault() {
    for (Operation operation : withBody()) {
      ObjectNode example = Api.example(operation);
      for (String field : new TreeSet<>(example.propertyNames())) {
        for (String wrong : List.of("[]", "[[]]", "1.5", "true", "{\"a\":{}}")) {
          assertThat(with(operation, field, wrong).status())
              .as("%s: %s is %s", operation, field, wrong)
              .isBetween(400, 499);
        }
        for (String odd :
            List.of("\"\\u0000\"", "\"%s%n\"", "\"${jndi:ldap://x}\"", "\"' or 1=1--\"", "null")) {
          assertThat(with(operation, field, odd).status())
              .as("%s: %s is %s", operation, field, odd)
              .isLessThan(500);
        }
      }
    }
  }

  private Answer with(Operation operation, String field, String value) {
    ObjectNode body = Api.example(operation);
    body.set(field, JSON.readTree(value));
    return send(operation, body.toString());
  }

  @Test
  void whatIsTooLargeOrTooDeepIsRefused() {
    String deep = "{\"name\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    String many = "{" + "\"a\":1,".repeat(20_000) + "\"a\":1}";
    String longName = "{\"" + "n".repeat(60_000) + "\":1}";
    for (Operation operation : withBody()) {
      Answer large = send(operation, "{\"name\":\"" + "x".repeat(64 * 1024) + "\"}");
      assertThat(large.status()).as(operation.toString()).isEqualTo(413);
      assertThat(large.code()).as(operation.toString()).isEqualTo("body_too_large");
      assertThat(send(operation, many).status()).as(operation.toString()).isEqualTo(413);
      for (String body : List.of(deep, longName)) {
        assertThat(send(operation, body).status()).as(operation.toString()).isEqualTo(400);
      }
    }
    for (Operation operation : Api.operations()) {
      if (!operation.isUnsafe()) {
        TestBrowser browser = allowed(operation);
        String path = operation.atNothing() + "?q=" + "y".repeat(20_000);
        assertThat(browser.send(operation.on(browser.request(path), "")).status())
            .as(operation.toString())
            .isEqualTo(400);
      }
    }
  }

  @Test
  void onlyJsonIsRead() {
    for (Operation operation : withBody()) {
      for (String type :
          List.of(
              "text/plain",
              "text/json",
              "application/x-www-form-urlencoded",
              "multipart/form-data; boundary=x",
              "application/xml",
              "application/octet-stream",
              "nonsense")) {
        TestBrowser browser = allowed(operation);
        var request = browser.write(operation.atNothing()).setHeader("Content-Type", type);
        Answer answer = browser.send(operation.on(request, Api.example(operation).toString()));
        assertThat(answer.status())
            .as("%s of %s: %s", operation, type, answer.raw().body())
            .isEqualTo(415);
      }
    }
  }

  @Test
  void noOtherMethodDoesAnything() {
    Map<String, Set<String>> known = new java.util.TreeMap<>();
    Api.operations()
        .forEach(one -> known.computeIfAbsent(one.path(), _ -> new TreeSet<>()).add(one.method()));
    for (Operation operation : Api.operations()) {
      for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND")) {
        if (known.get(operation.path()).contains(method)) {
          continue;
        }
        TestBrowser browser = allowed(operation);
        var request = browser.write(operation.atNothing());
        Answer answer =
            browser.send(
                request.method(
                    method,
                    method.equals("GET")
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString("{}")));
        // A path that takes a name may be another operation's by it: /v1/payees/recent.
        assertThat(answer.status())
            .as("%s %s", method, operation.path())
            .isIn(400, 401, 403, 404, 405);
      }
    }
  }

  @Test
  void noOtherSiteIsLetIn() {
    for (Operation operation : Api.operations()) {
      for (String origin : List.of("https://evil.example", "null", "http://localhost")) {
        TestBrowser browser = allowed(operation);
        Answer asked =
            browser.send(
                browser
                    .request(operation.atNothing())
                    .setHeader("Origin", origin)
                    .setHeader("Access-Control-Request-Method", operation.method())
                    .setHeader("Access-Control-Request-Headers", "qiao-app,qiao-csrf,content-type")
                    .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(asked.raw().headers().map().keySet())
            .as("%s from %s", operation, origin)
            .noneMatch(
                name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
      }
    }
  }

  @Test
  void whatIsAnsweredIsNeverKeptByOthersAndNeverMistakenForAPage() {
    for (Operation operation : Api.operations()) {
      TestBrowser browser = allowed(operation);
      String body = operation.takesBody() ? "{}" : "";
      Answer answer = browser.send(operation.on(browser.write(operation.atNothing()), body));
      assertThat(answer.header("Cache-Control").orElse(""))
          .as(operation.toString())
          .contains("no-store");
      assertThat(answer.header("X-Content-Type-Options").orElse("")).isEqualTo("nosniff");
      assertThat(answer.header("Content-Type").orElse("application/json")).contains("json");
      assertThat(answer.raw().body().getBytes(StandardCharsets.UTF_8).length).isLessThan(500_000);
    }
  }

  /** What stands in addresses: ids of things, places in lists, and what somebody looks for. */
  private static final Set<String> IN_ADDRESSES =
      Set.of(
          "act",
          "actor",
          "cursor",
          "day",
          "filter",
          "from",
          "id",
          "kind",
          "limit",
          "month",
          "object",
          "owner",
          "party",
          "purpose",
          "q",
          "role",
          "state",
          "store_id",
          "to",
          "way");

  @Test
  void noAddressTakesWhatIsSecretOrPersonal() {
    Set<String> names = new TreeSet<>();
    for (Operation operation : Api.operations()) {
      names.addAll(operation.parameters());
      names.addAll(Api.query(operation));
    }
    assertThat(names).contains("id", "cursor").isSubsetOf(IN_ADDRESSES);
  }

  private static List<Operation> unsafe() {
    return Api.operations().stream().filter(Operation::isUnsafe).toList();
  }

  private static List<Operation> withBody() {
    return Api.operations().stream().filter(Operation::takesBody).toList();
  }

  private Answer send(Operation operation, String body) {
    TestBrowser browser = allowed(operation);
    return browser.send(operation.on(browser.write(operation.atNothing()), body));
  }

  /**
   * Somebody who may do it; signed in again where an attack has succeeded in ending the session.
   */
  private TestBrowser allowed(Operation operation) {
    // Everybody comes from one address here, and would be told to wait.
    town.the(JdbcClient.class).sql("delete from identity.attempt").update();
    Role role = Privileges.least(operation).orElseThrow();
    if (operation.id().equals("session_signOut")) {
      return role.enter(town, shop);
    }
    return browsers.computeIfAbsent(role, one -> one.enter(town, shop));
  }
}
