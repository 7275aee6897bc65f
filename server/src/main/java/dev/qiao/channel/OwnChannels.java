package dev.qiao.channel;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the two channels that every installation has. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OwnChannels implements ApplicationRunner {
  private final Channels channels;

  OwnChannels(Channels channels) {
    this.channels = channels;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    channels.openOwn();
  }
}
