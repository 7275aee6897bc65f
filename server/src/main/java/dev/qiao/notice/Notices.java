package dev.qiao.notice;

import dev.qiao.api.CodeDelivery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Sends messages to parties over whatever channels there are, and says what became of them. */
@Component
@EnableConfigurationProperties(NoticeTerms.class)
public class Notices implements CodeDelivery {
  private final Channels channels;
  private final Optional<SandboxChannel> sandbox;
  private final MessageTables tables;
  private final MessageSeal seal;
  private final Outbox outbox;
  private final InstantSource clock;

  Notices(
      Channels channels,
      ObjectProvider<SandboxChannel> sandbox,
      MessageTables tables,
      MessageSeal seal,
      Outbox outbox,
      InstantSource clock) {
    this.channels = channels;
    this.sandbox = Optional.ofNullable(sandbox.getIfAvailable());
    this.tables = tables;
    this.seal = seal;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Queues a message in the transaction at hand; it leaves after the commit, or not at all. Its
   * parameters are secrets: they are never logged.
   *
   * @param id the message's own; a second message of the same id is a bug
   * @param via the channel to try first; one that does not exist is no reason to refuse
   * @param expiresAt when there is no sense in sending it any more
   */
  public Sending send(
      UUID id,
      Recipient to,
      Template template,
      Map<String, String> parameters,
      Optional<String> via,
      Instant expiresAt) {
    Message message = new Message(id, to, template, parameters);
    Instant now = clock.instant();
    if (sandbox.isPresent()) {
      sandbox.get().keep(message, now);
      tables.insertSent(id, outbox.owner(), to.medium(), template, SandboxChannel.NAME, now);
      return new Sending.Queued();
    }
    if (!available(to.medium())) {
      return new Sending.NoChannel();
    }
    tables.insert(
        id, outbox.owner(), to.medium(), template, via, seal.close(message), now, expiresAt);
    return new Sending.Queued();
  }

  /** Says that something was just committed, so that it leaves at once. Only saves waiting. */
  public void wake() {
    outbox.wake();
  }

  /** Empty when there is no such message, or it is long past. */
  public Optional<Progress> progress(UUID id) {
    return tables
        .find(id)
        .map(row -> new Progress(row.state(), row.channel(), others(row.medium(), row.channel())));
  }

  /** Whether anything here can carry messages to such an address. */
  public boolean available(Medium medium) {
    return sandbox.isPresent() || !channels.of(medium, Optional.empty()).isEmpty();
  }

  @Override
  public boolean available() {
    return available(Medium.PHONE);
  }

  @Override
  public boolean troubled() {
    return channels.isTroubled(Medium.PHONE);
  }

  private List<String> others(Medium medium, Optional<String> but) {
    return channels.of(medium, Optional.empty()).stream()
        .map(NoticeChannel::name)
        .filter(name -> but.filter(name::equals).isEmpty())
        .toList();
  }
}
