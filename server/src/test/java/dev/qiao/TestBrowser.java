package dev.qiao;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * One app in one browser, as a test drives it: it keeps cookies, and sends the CSRF token of the
 * session it was given last.
 */
public final class TestBrowser {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An answer; {@code body} is a missing node where there is none. */
  public record Answer(int status, JsonNode body, HttpResponse<String> raw) {
    /** The problem's code, or empty where it is not a problem. */
    public String code() {
      return body.path("code").asString("");
    }

    public String text(String field) {
      return body.path(field).asString("");
    }

    public Optional<String> header(String name) {
      return raw.headers().firstValue(name);
    }
  }

  private final String origin;
  private final String app;
  private final CookieManager cookies;
  private final HttpClient http;
  private String csrf = "";

  /**
   * @param app wallet, merchant or console
   */
  public TestBrowser(int port, String app) {
    this(port, app, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
  }

  private TestBrowser(int port, String app, CookieManager cookies) {
    this.origin = "http://localhost:" + port;
    this.app = app;
    this.cookies = cookies;
    this.http = HttpClient.newBuilder().cookieHandler(cookies).build();
  }

  /** Another app in the same browser. */
  public TestBrowser other(String otherApp) {
    return new TestBrowser(URI.create(origin).getPort(), otherApp, cookies);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, Object body) {
    return send(write(path).POST(json(body)));
  }

  /** Posts with an idempotency key. */
  public Answer post(String path, UUID key, Object body) {
    return send(write(path).header("Idempotency-Key", key.toString()).POST(json(body)));
  }

  /** Posts a body as it is written, with an idempotency key. */
  public Answer postText(String path, UUID key, String body) {
    return send(
        write(path).header("Idempotency-Key", key.toString()).POST(BodyPublishers.ofString(body)));
  }

  public Answer put(String path, Object body) {
    return send(write(path).PUT(json(body)));
  }

  public Answer patch(String path, Object body) {
    return send(write(path).method("PATCH", json(body)));
  }

  public Answer delete(String path) {
    return send(write(path).DELETE());
  }

  /** Sends a request as it is, with this browser's cookies only. */
  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> raw = http.send(request.build(), BodyHandlers.ofString());
      boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
      Answer answer =
          new Answer(raw.statusCode(), json ? JSON.readTree(raw.body()) : JSON.missingNode(), raw);
      answer.body().path("csrf").stringValueOpt().ifPresent(token -> csrf = token);
      return answer;
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Opens the app's stream of events, after the event of this id if there is one. */
  public EventsSeen listen(Optional<String> lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + "/v1/events?app=" + app));
    lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
    return EventsSeen.over(http, request.GET().build());
  }

  /** A request that names the app and nothing else. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(origin + path)).header("Qiao-App", app);
  }

  /** Signs in by password. */
  public Answer signIn(String login, String password) {
    return post("/v1/sessions", Map.of("method", "password", "login", login, "password", password));
  }

  /**
   * Proves a phone by the code in the sandbox inbox: signs in, or gives a {@code sign_up_token}.
   */
  public Answer signInByCode(String phone) {
    Answer sent = post("/v1/one-time-codes", Map.of("phone", phone, "purpose", "sign_in"));
    return post(
        "/v1/sessions",
        Map.of("method", "code", "code_id", sent.text("code_id"), "code", lastCode(phone)));
  }

  /** Signs up a new person, who is then signed in. */
  public Answer signUp(String phone, String name) {
    return post(
        "/v1/people",
        Map.of("sign_up_token", signInByCode(phone).text("sign_up_token"), "name", name));
  }

  /** What an invitation says. */
  public Answer invitation(String token) {
    return send(request("/v1/invitations").header("Qiao-Invitation", token).GET());
  }

  /** The newest code that was sent to this phone or email. */
  public String lastCode(String phone) {
    return message(phone, "one_time_code").path("code").asString("");
  }

  /** The parameters of the newest message of this kind that was sent to this phone or email. */
  public JsonNode message(String phone, String template) {
    JsonNode items =
        send(request("/v1/sandbox/messages").header("Qiao-Phone", phone).GET())
            .body()
            .path("items");
    for (JsonNode item : items) {
      if (item.path("template").asString("").equals(template)) {
        return item.path("parameters");
      }
    }
    return MissingNode.getInstance();
  }

  /**
   * A request as this browser's pages send it when they change something, its method still to be
   * named.
   */
  public HttpRequest.Builder write(String path) {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    return csrf.isEmpty() ? request : request.header("Qiao-Csrf", csrf);
  }

  private static HttpRequest.BodyPublisher json(Object body) {
    return BodyPublishers.ofString(JSON.writeValueAsString(body));
  }
}
