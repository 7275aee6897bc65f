package dev.qiao.api;

import dev.qiao.api.EventTables.Place;
import dev.qiao.api.EventTables.Placed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live stream of what happens to the caller: one connection per app and browser. */
@RestController
class EventRoutes {
  /** What an event's data holds. */
  record EventBody(
      String id, String type, Instant at, @Nullable Amount amount, @Nullable String state) {}

  /**
   * Short enough that a session that has ended meanwhile is noticed when the browser connects
   * again.
   */
  private static final long CONNECTION_MS = 60_000;

  private static final int BEHIND_MAX = 1_000;
  private static final int BATCH = 1_000;

  /** Of one session: more tabs than this look again by themselves. */
  private static final int CONNECTIONS_MAX = 12;

  private final EventStream stream;
  private final EventTables tables;
  private final StreamReach reach;
  private final ConcurrentMap<UUID, Integer> open = new ConcurrentHashMap<>();

  EventRoutes(EventStream stream, EventTables tables, StreamReach reach) {
    this.stream = stream;
    this.tables = tables;
    this.reach = reach;
  }

  @GetMapping(path = "/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(summary = "The caller's events, live; Last-Event-ID resumes")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(implementation = EventBody.class)))
  ResponseEntity<SseEmitter> listen(
      Caller caller,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
    if (open.merge(caller.session(), 1, Integer::sum) > CONNECTIONS_MAX) {
      left(caller);
      throw Problem.of(ErrorCode.RATE_LIMITED).with("retry_after", 5).thrown();
    }
    var connection = new Connection(caller);
    stream.add(connection);
    connection.emitter.onCompletion(connection::close);
    connection.emitter.onTimeout(connection::close);
    connection.emitter.onError(error -> connection.close());
    Place from = last == null ? stream.place() : Place.parse(last).orElseGet(stream::place);
    Thread.ofVirtual().name("events").start(() -> connection.run(from));
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no")
        .body(connection.emitter);
  }

  private void left(Caller caller) {
    open.computeIfPresent(caller.session(), (session, n) -> n == 1 ? null : n - 1);
  }

  private final class Connection implements EventStream.Listener {
    private final SseEmitter emitter = new SseEmitter(CONNECTION_MS);
    private final LinkedBlockingQueue<Placed> waiting = new LinkedBlockingQueue<>(BEHIND_MAX);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Caller caller;

    Connection(Caller caller) {
      this.caller = caller;
    }

    @Override
    public void next(Placed event) {
      if (concerns(event.event()) && !waiting.offer(event)) {
        close(); // Too far behind: the browser connects again and resumes by its last id.
      }
    }

    void run(Place from) {
      try {
        emitter.send(SseEmitter.event().comment("hello").reconnectTime(1_000));
        Place sent = sendMissed(from);
        while (!closed.get()) {
          Placed event = waiting.poll(10, TimeUnit.SECONDS);
          if (event == null) {
            emitter.send(SseEmitter.event().comment("still here"));
          } else if (after(event.place(), sent)) {
            send(event);
          }
        }
      } catch (IOException | IllegalStateException gone) {
        close();
      } catch (InterruptedException stopping) {
        close();
      }
    }

    /** Sends what happened after a place, however much that is, and says how far it got. */
    private Place sendMissed(Place from) throws IOException {
      Place sent = from;
      List<Placed> missed;
      do {
        missed = missed(sent);
        for (Placed event : missed) {
          send(event);
          sent = event.place();
        }
      } while (missed.size() == BATCH);
      return sent;
    }

    private List<Placed> missed(Place from) {
      return switch (caller.kind()) {
        case PERSON -> tables.after(from, Event.Party.PERSON, caller.party(), BATCH);
        case STAFF ->
            tables.after(from, Event.Party.MERCHANT, caller.merchant().orElseThrow(), BATCH);
        case OPERATOR -> tables.after(from, BATCH);
      };
    }

    private void send(Placed placed) throws IOException {
      Event event = placed.event();
      if (!mayBeSeen(event)) {
        return;
      }
      emitter.send(
          SseEmitter.event()
              .id(placed.place().toString())
              .name(event.type())
              .data(
                  new EventBody(
                      event.thing(),
                      event.type(),
                      event.at(),
                      event.amount().map(Amount::of).orElse(null),
                      event.state()),
                  MediaType.APPLICATION_JSON));
    }

    /** The last word: staff see of their merchant's events what their lists show. */
    private boolean mayBeSeen(Event event) {
      return switch (caller.kind()) {
        case PERSON, OPERATOR -> true;
        case STAFF -> reach.of(caller).filter(seen -> seen.sees(event)).isPresent();
      };
    }

    private boolean after(Place place, Place other) {
      return place.transaction() > other.transaction()
          || place.transaction() == other.transaction() && place.number() > other.number();
    }

    private boolean concerns(Event event) {
      UUID party = event.partyId();
      return switch (caller.kind()) {
        case PERSON -> event.party() == Event.Party.PERSON && party.equals(caller.party());
        case STAFF ->
            event.party() == Event.Party.MERCHANT && party.equals(caller.merchant().orElse(null));
        case OPERATOR -> true;
      };
    }

    void close() {
      if (closed.compareAndSet(false, true)) {
        stream.remove(this);
        left(caller);
        emitter.complete();
      }
    }
  }
}
