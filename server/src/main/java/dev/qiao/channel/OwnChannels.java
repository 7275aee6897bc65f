package dev.qiao.channel;

import java.util.EnumSet;
import java.util.Set;
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
    Set<Scene> codes = EnumSet.of(Scene.QR_STATIC, Scene.QR_DYNAMIC);
    channels.open("桥钱包", "Qiao app", Channel.Kind.FIRST_PARTY, EnumSet.of(Scene.APP));
    channels.open("门店收款码", "Store codes", Channel.Kind.OFFLINE, codes);
  }
}
