package dev.qiao;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An SMS gateway on this machine, which behaves as it is told and keeps what it was asked. */
public final class GatewayStub implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How it answers. */
  public interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** What it was asked. */
  public record Asked(Headers headers, JsonNode body) {}

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Behaviour behaviour = status(200, "{\"Code\":\"OK\"}");

  public GatewayStub() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
      asked.add(new Asked(exchange.getRequestHeaders(), body));
      behaviour.answer(exchange);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/send";
  }

  public void behaves(Behaviour next) {
    behaviour = next;
  }

  public List<Asked> asked() {
    return asked;
  }

  /** Forgets what it was asked and works again. */
  public void reset() {
    asked.clear();
    behaviour = status(200, "{\"Code\":\"OK\"}");
  }

  public static Behaviour status(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Says nothing until it is closed. */
  public Behaviour silent() {
    return _ -> await();
  }

  /** Begins to answer, and never ends. */
  public Behaviour slow() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 1_000);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      await();
    };
  }

  private void await() {
    try {
      closed.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
