package dev.qiao.notice;

import dev.qiao.notice.MessageTables.Claimed;
import dev.qiao.notice.Progress.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes this instance's messages out of the database and hands them to channels, outside of any
 * transaction; also those that an instance which is gone has left waiting. A message is taken once;
 * only a channel that certainly did not send it is followed by another.
 */
@Component
class Outbox implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  private static final int AT_ONCE = 32;
  private static final long WAIT_MS = 500;
  private static final Duration KEPT = Duration.ofDays(1);

  /** As long as a running instance never leaves a message waiting. */
  private static final Duration ABANDONED_AFTER = Duration.ofSeconds(10);

  private final MessageTables tables;
  private final MessageSeal seal;
  private final Channels channels;
  private final ChannelHealth health;
  private final InstantSource clock;

  /** Names this run of the program, and no thing: so it is none of our ordered ids. */
  private final UUID owner = UUID.randomUUID();

  private final Semaphore work = new Semaphore(0);
  private final Semaphore room = new Semaphore(AT_ONCE);
  private volatile Thread reader;

  Outbox(
      MessageTables tables,
      MessageSeal seal,
      Channels channels,
      ChannelHealth health,
      InstantSource clock) {
    this.tables = tables;
    this.seal = seal;
    this.channels = channels;
    this.health = health;
    this.clock = clock;
  }

  UUID owner() {
    return owner;
  }

  void wake() {
    work.release();
  }

  @Override
  public void start() {
    Thread next = Thread.ofVirtual().name("outbox").unstarted(this::read);
    reader = next;
    next.start();
  }

  private void read() {
    while (reader == Thread.currentThread()) {
      try {
        room.acquire();
        room.release();
        List<Claimed> taken =
            tables.claim(
                owner,
                clock.instant().minus(ABANDONED_AFTER),
                Math.max(1, room.availablePermits()));
        for (Claimed message : taken) {
          room.acquire();
          Thread.ofVirtual().name("message").start(() -> send(message));
        }
        if (taken.isEmpty() && work.tryAcquire(WAIT_MS, TimeUnit.MILLISECONDS)) {
          work.drainPermits();
        }
      } catch (InterruptedException stopping) {
        return;
      } catch (RuntimeException unreachable) {
        log.warn("Messages cannot be read now: {}", unreachable.getClass().getSimpleName());
        pause();
      }
    }
  }

  private void send(Claimed claimed) {
    try {
      if (clock.instant().isAfter(claimed.expiresAt())) {
        tables.end(claimed.id(), State.FAILED, null, "expired", clock.instant());
        return;
      }
      Optional<Message> message = seal.open(claimed.id(), claimed.sealed());
      if (message.isEmpty()) {
        tables.end(claimed.id(), State.FAILED, null, "expired", clock.instant());
        return;
      }
      deliver(message.get(), claimed.asked());
    } catch (RuntimeException failure) {
      // Its class only: messages of exceptions may quote what was sent.
      log.error("A message was not sent: {}", failure.getClass().getName());
      tables.end(claimed.id(), State.UNKNOWN, null, "bug", clock.instant());
    } finally {
      room.release();
    }
  }

  private void deliver(Message message, Optional<String> asked) {
    String last = null;
    String why = "no_channel";
    for (NoticeChannel channel : channels.of(message.to().medium(), asked)) {
      last = channel.name();
      switch (channel.deliver(message)) {
        case Delivery.Taken() -> {
          health.worked(last);
          tables.end(message.id(), State.SENT, last, null, clock.instant());
          return;
        }
        case Delivery.Unknown(String reason) -> {
          health.failed(last, reason);
          tables.end(message.id(), State.UNKNOWN, last, reason, clock.instant());
          return;
        }
        case Delivery.Refused(String reason) -> {
          health.failed(last, reason);
          why = reason;
        }
      }
    }
    tables.end(message.id(), State.FAILED, last, why, clock.instant());
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT10S")
  void endExpired() {
    tables.endExpired(clock.instant());
  }

  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
  void purge() {
    tables.purge(clock.instant().minus(KEPT));
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
