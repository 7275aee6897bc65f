package dev.qiao.channel;

import dev.qiao.api.Id;
import java.util.UUID;

/** Names a channel: {@code chn_…}. */
public record ChannelId(UUID value) implements Id {
  @Override
  public String prefix() {
    return "chn";
  }

  /** Reads the outside form. */
  public static ChannelId from(String text) {
    return new ChannelId(Id.read("chn", text));
  }
}
