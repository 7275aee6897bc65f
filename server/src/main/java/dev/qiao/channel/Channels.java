package dev.qiao.channel;

import dev.qiao.ids.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * All channels. What it answers is at most {@link #FRESH} old, so that a switch reaches every
 * instance in time.
 */
@Component
public class Channels {
  private static final Duration FRESH = Duration.ofSeconds(2);

  private record Known(Map<ChannelId, Channel> channels, long readAtNanos) {}

  private final ChannelTables tables;
  private final Ids ids;
  private final InstantSource clock;
  private volatile Known known = new Known(Map.of(), Long.MIN_VALUE);

  Channels(ChannelTables tables, Ids ids, InstantSource clock) {
    this.tables = tables;
    this.ids = ids;
    this.clock = clock;
  }

  /** Every channel, the oldest first. */
  public List<Channel> list() {
    return tables.list();
  }

  /** The channel of this id; every stored payment has one. */
  public Channel of(ChannelId id) {
    Channel channel = fresh().get(id);
    if (channel == null) {
      known = new Known(Map.of(), Long.MIN_VALUE);
      channel = fresh().get(id);
    }
    if (channel == null) {
      throw new IllegalStateException("No channel " + id);
    }
    return channel;
  }

  /** The wallet app itself. */
  public Channel firstParty() {
    return firstOf(Channel.Kind.FIRST_PARTY);
  }

  /** The codes in the shops. */
  public Channel storeCodes() {
    return firstOf(Channel.Kind.OFFLINE);
  }

  /** Opens the two channels that every installation has. Again: nothing happens. */
  public void openOwn() {
    open("桥钱包", "Qiao app", Channel.Kind.FIRST_PARTY, EnumSet.of(Scene.APP));
    open(
        "门店收款码",
        "Store codes",
        Channel.Kind.OFFLINE,
        EnumSet.of(Scene.QR_STATIC, Scene.QR_DYNAMIC));
  }

  /**
   * Opens a channel that is live at once: the platform's own, not a partner's. Again: nothing
   * happens.
   */
  public Channel open(String name, String nameEn, Channel.Kind kind, Set<Scene> scenes) {
    Instant now = clock.instant();
    tables.insert(
        new Channel(
            new ChannelId(ids.next()),
            name,
            nameEn,
            kind,
            scenes,
            Channel.State.LIVE,
            Channel.Level.OPEN),
        now);
    known = new Known(Map.of(), Long.MIN_VALUE);
    return fresh().values().stream()
        .filter(channel -> channel.kind() == kind && channel.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Sets a channel's switch; belongs into a transaction. False when it does not stand at {@code
   * from} any more.
   */
  public boolean switchTo(ChannelId id, Channel.Level from, Channel.Level to) {
    return tables.switchTo(id, from, to);
  }

  private Channel firstOf(Channel.Kind kind) {
    return fresh().values().stream()
        .filter(channel -> channel.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private Map<ChannelId, Channel> fresh() {
    Known now = known;
    if (now.channels().isEmpty() || System.nanoTime() - now.readAtNanos() > FRESH.toNanos()) {
      now =
          new Known(
              tables.list().stream()
                  .collect(
                      Collectors.toMap(
                          Channel::id,
                          Function.identity(),
                          (a, b) -> a,
                          java.util.LinkedHashMap::new)),
              System.nanoTime());
      known = now;
    }
    return now.channels();
  }
}
