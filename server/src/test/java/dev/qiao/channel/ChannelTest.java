package dev.qiao.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.channel.Channel.Act;
import dev.qiao.channel.Channel.Level;
import dev.qiao.channel.Channel.State;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelTest {
  @ParameterizedTest
  @CsvSource({
    "OPEN, PAY, true", "OPEN, REFUND, true",
    "LIMITED, PAY, true", "LIMITED, REFUND, true",
    "REFUNDS_ONLY, PAY, false", "REFUNDS_ONLY, REFUND, true",
    "STOPPED, PAY, false", "STOPPED, REFUND, false",
  })
  void theSwitchSaysWhatMayPass(Level level, Act act, boolean passes) {
    assertThat(channel(State.LIVE, level).admits(Scene.QR_STATIC, act)).isEqualTo(passes);
  }

  @Test
  void aSceneThatItDoesNotServeIsClosed() {
    assertThat(channel(State.LIVE, Level.OPEN).admits(Scene.AGENT, Act.PAY)).isFalse();
  }

  @Test
  void aSuspendedChannelStillGivesMoneyBack() {
    assertThat(channel(State.SUSPENDED, Level.OPEN).admits(Scene.QR_STATIC, Act.PAY)).isFalse();
    assertThat(channel(State.SUSPENDED, Level.OPEN).admits(Scene.QR_STATIC, Act.REFUND)).isTrue();
  }

  private static Channel channel(State state, Level level) {
    return new Channel(
        new ChannelId(new UUID(0, 1)),
        "门店收款码",
        "Store codes",
        Channel.Kind.OFFLINE,
        EnumSet.of(Scene.QR_STATIC),
        state,
        level);
  }
}
