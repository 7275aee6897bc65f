package dev.qiao.api;

import dev.qiao.api.EventTables.Place;
import dev.qiao.api.EventTables.Placed;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the outbox once for all listeners of this instance: at once when woken, every quarter
 * second otherwise.
 */
@Component
class EventStream implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(EventStream.class);
  private static final int BATCH = 500;
  private static final long WAIT_MS = 250;

  interface Listener {
    void next(Placed event);
  }

  private final EventTables tables;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final Semaphore work = new Semaphore(0);
  private volatile Thread reader;
  private volatile Place place = Place.START;

  EventStream(EventTables tables) {
    this.tables = tables;
  }

  void wake() {
    work.release();
  }

  /** The place up to which listeners have been told. */
  Place place() {
    return place;
  }

  void add(Listener listener) {
    listeners.add(listener);
  }

  void remove(Listener listener) {
    listeners.remove(listener);
  }

  @Override
  public void start() {
    place = tables.end();
    Thread next = Thread.ofVirtual().name("event-stream").unstarted(this::read);
    reader = next; // Known before it runs: it reads for as long as it is the reader.
    next.start();
  }

  private void read() {
    while (reader == Thread.currentThread()) {
      try {
        List<Placed> events = tables.after(place, BATCH);
        for (Placed event : events) {
          listeners.forEach(listener -> listener.next(event));
          place = event.place();
        }
        if (events.size() < BATCH && work.tryAcquire(WAIT_MS, TimeUnit.MILLISECONDS)) {
          work.drainPermits();
        }
      } catch (InterruptedException stopping) {
        return;
      } catch (RuntimeException unreachable) {
        log.warn("Events cannot be read now: {}", unreachable.getClass().getSimpleName());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    Thread running = reader;
    reader = null;
    if (running != null) {
      running.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return reader != null;
  }
}
