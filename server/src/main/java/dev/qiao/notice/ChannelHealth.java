package dev.qiao.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Remembers which channels fail, so that the next message tries another first. A channel counts as
 * down after three failures in a row, until it has worked again or has been left alone for a while.
 */
@Component
class ChannelHealth {
  private static final Logger log = LoggerFactory.getLogger(ChannelHealth.class);
  private static final int FAILURES_MAX = 3;
  private static final Duration REST = Duration.ofSeconds(30);

  private record Failures(int inARow, Instant last) {}

  private final ConcurrentMap<String, Failures> failing = new ConcurrentHashMap<>();
  private final InstantSource clock;

  ChannelHealth(InstantSource clock) {
    this.clock = clock;
  }

  boolean isDown(String channel) {
    Failures failures = failing.get(channel);
    return failures != null
        && failures.inARow() >= FAILURES_MAX
        && failures.last().plus(REST).isAfter(clock.instant());
  }

  void worked(String channel) {
    if (failing.remove(channel) != null) {
      log.info("The channel {} works again", channel);
    }
  }

  void failed(String channel, String reason) {
    Instant now = clock.instant();
    failing.merge(
        channel, new Failures(1, now), (before, _) -> new Failures(before.inARow() + 1, now));
    log.warn("The channel {} did not take a message: {}", channel, reason);
  }
}
