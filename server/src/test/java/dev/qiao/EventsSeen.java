package dev.qiao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An open stream of events, and what came over it so far. */
public final class EventsSeen implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PATIENCE_SECONDS = 20;

  /** One event; {@code thing} is the id of what it tells of. */
  public record Seen(String id, String type, String thing, JsonNode body) {}

  private final HttpResponse<Stream<String>> response;
  private final BlockingQueue<Seen> arrived = new LinkedBlockingQueue<>();
  private final List<Seen> seen = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  private EventsSeen(HttpResponse<Stream<String>> response) {
    this.response = response;
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                read();
              } finally {
                ended.countDown();
              }
            });
  }

  static EventsSeen over(HttpClient http, HttpRequest request) {
    try {
      return new EventsSeen(http.send(request, BodyHandlers.ofLines()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  public int status() {
    return response.statusCode();
  }

  /** Waits for the event that is asked for, and answers all that had come by then. */
  public List<Seen> until(Predicate<Seen> wanted) {
    while (seen.stream().noneMatch(wanted)) {
      seen.add(next());
    }
    return List.copyOf(seen);
  }

  /** Waits until the server has ended the stream, and answers all that had come by then. */
  public List<Seen> untilEnd() {
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("The stream goes on after " + seen);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    arrived.drainTo(seen);
    return List.copyOf(seen);
  }

  private Seen next() {
    try {
      Seen event = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("No more events came after " + seen);
      }
      return event;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private void read() {
    String id = "";
    String type = "";
    try (Stream<String> lines = response.body()) {
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
          type = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          JsonNode body = JSON.readTree(line.substring(5));
          arrived.add(new Seen(id, type, body.path("id").asString(), body));
        }
      }
    } catch (UncheckedIOException closed) {
      // Whoever waits for more will say so.
    }
  }

  /** Hangs up. */
  @Override
  public void close() {
    response.body().close();
  }
}
