package dev.qiao.notice;

import dev.qiao.api.CodeDelivery;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends messages to parties over whatever channel is there. */
@Component
public class Notices implements CodeDelivery {
  private final List<NoticeChannel> channels;

  Notices(List<NoticeChannel> channels) {
    this.channels = List.copyOf(channels);
  }

  /** Hands the message to the first channel. Its parameters are secrets: they are never logged. */
  public Sending send(Recipient to, Template template, Map<String, String> parameters) {
    if (channels.isEmpty()) {
      return new Sending.NoChannel();
    }
    channels.getFirst().deliver(to, template, parameters);
    return new Sending.Sent();
  }

  /** Whether there is a channel at all. */
  @Override
  public boolean available() {
    return !channels.isEmpty();
  }
}
